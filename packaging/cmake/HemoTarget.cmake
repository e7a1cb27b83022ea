# One way to make a target, so that warnings, standard and include root are the same everywhere.
find_program(HEMO_CCACHE ccache)
if(HEMO_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${HEMO_CCACHE})
  # A precompiled header holds macros that ccache cannot see: tell it that this is fine.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${HEMO_CCACHE})
endif()
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

set(HEMO_SANITIZE "" CACHE STRING "Sanitizers for every target, such as address,undefined")

function(hemo_configure_target name)
  target_compile_features(${name} PUBLIC cxx_std_20)
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_compile_options(${name} PRIVATE -Wall -Wextra)
  # ccache can use a precompiled header only where the compiler does not stamp it.
  target_compile_options(${name} PRIVATE -fpch-preprocess)
  if(HEMO_SANITIZE)
    target_compile_options(${name} PRIVATE -fsanitize=${HEMO_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(${name} PRIVATE -fsanitize=${HEMO_SANITIZE})
  endif()
endfunction()

# hemo_library(name source...)
function(hemo_library name)
  add_library(${name} STATIC ${ARGN})
  hemo_configure_target(${name})
endfunction()

# hemo_executable(name source...)
function(hemo_executable name)
  add_executable(${name} ${ARGN})
  hemo_configure_target(${name})
endfunction()

# hemo_test(name LABEL label [LINK target...] SOURCES source...): a GoogleTest program, one ctest entry a test case.
function(hemo_test name)
  cmake_parse_arguments(T "" "LABEL" "LINK;SOURCES;ENVIRONMENT" ${ARGN})
  hemo_executable(${name} ${T_SOURCES})
  target_link_libraries(${name} PRIVATE ${T_LINK} GTest::gtest GTest::gtest_main GTest::gmock)
  target_precompile_headers(${name} PRIVATE <gtest/gtest.h>)
  target_compile_definitions(${name} PRIVATE HEMO_SOURCE_DIR="${PROJECT_SOURCE_DIR}" HEMO_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${T_LABEL}" TIMEOUT 600 ENVIRONMENT "${T_ENVIRONMENT}")
endfunction()

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
  if(HEMO_SANITIZE)
    target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/sanitize/keep_loaded.cpp)
  endif()
  hemo_configure_target(${name})
endfunction()

include(GoogleTest)

# hemo_discover(name program filter property value...): the cases of a filter, each an entry, found when ctest runs.
function(hemo_discover name program filter)
  string(MAKE_C_IDENTIFIER "${name}_${filter}" list)
  gtest_discover_tests(${program} TEST_PREFIX "${name}." TEST_FILTER "${filter}" TEST_LIST ${list}
    DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 300 PROPERTIES ${ARGN})
endfunction()

# hemo_add_cases(name PROGRAM target LABEL label [ENVIRONMENT NAME=VALUE] [ALONE filter...] [DISPLAY filter...] [TOGETHER suite...]):
# one ctest entry for each case of a GoogleTest program. A filter is GoogleTest's, such as Suite.*; ALONE cases have the machine
# to themselves, because they measure time; DISPLAY cases take turns at the X display; a TOGETHER suite is one entry, because what
# its cases share takes longer to make than they take.
function(hemo_add_cases name)
  cmake_parse_arguments(T "" "PROGRAM;LABEL;ENVIRONMENT" "ALONE;DISPLAY;TOGETHER" ${ARGN})
  # Without the setting each program over LibTorch would start itself again to have it.
  set(common LABELS "${T_LABEL}" TIMEOUT 600 ENVIRONMENT_MODIFICATION "OMP_WAIT_POLICY=set:passive")
  if(T_ENVIRONMENT)
    list(APPEND common ENVIRONMENT "${T_ENVIRONMENT}")
  endif()
  set(listed "")
  foreach(filter ${T_ALONE})
    hemo_discover(${name} ${T_PROGRAM} "${filter}" ${common} RUN_SERIAL ON)
    list(APPEND listed "${filter}")
  endforeach()
  foreach(filter ${T_DISPLAY})
    hemo_discover(${name} ${T_PROGRAM} "${filter}" ${common} RESOURCE_LOCK display)
    list(APPEND listed "${filter}")
  endforeach()
  foreach(suite ${T_TOGETHER})
    add_test(NAME ${name}.${suite} COMMAND ${T_PROGRAM} "--gtest_filter=${suite}.*")
    set_tests_properties(${name}.${suite} PROPERTIES ${common})
    list(APPEND listed "${suite}.*")
  endforeach()
  set(others "*")
  if(listed)
    list(JOIN listed ":" patterns)
    set(others "-${patterns}")
  endif()
  hemo_discover(${name} ${T_PROGRAM} "${others}" ${common})
endfunction()

# hemo_test(name LABEL label [LINK target...] SOURCES source... [what hemo_add_cases takes]): a GoogleTest program and its cases.
function(hemo_test name)
  cmake_parse_arguments(T "" "LABEL;ENVIRONMENT" "LINK;SOURCES;ALONE;DISPLAY;TOGETHER" ${ARGN})
  hemo_executable(${name} ${T_SOURCES})
  target_link_libraries(${name} PRIVATE ${T_LINK} hemo_test_paths GTest::gtest GTest::gtest_main GTest::gmock)
  target_precompile_headers(${name} PRIVATE <gtest/gtest.h>)
  hemo_add_cases(${name} PROGRAM ${name} LABEL ${T_LABEL} ENVIRONMENT "${T_ENVIRONMENT}" ALONE ${T_ALONE} DISPLAY ${T_DISPLAY}
    TOGETHER ${T_TOGETHER})
endfunction()

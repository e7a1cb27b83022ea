# Manual pages from what the programs themselves say (`--help`, `--version`): they cannot fall behind.
find_program(HEMO_HELP2MAN help2man)
add_custom_target(hemo_man_pages ALL)

# hemo_man_page(program component summary [help option])
function(hemo_man_page program component summary)
  if(NOT HEMO_HELP2MAN)
    return()
  endif()
  set(help --help ${ARGN})
  list(GET help -1 help)
  set(page ${PROJECT_BINARY_DIR}/man/${program}.1)
  add_custom_command(OUTPUT ${page}.gz
    COMMAND ${HEMO_HELP2MAN} --no-info --help-option=${help} --name=${summary} --output=${page} $<TARGET_FILE:${program}>
    COMMAND gzip -9nf ${page}
    DEPENDS ${program} VERBATIM)
  add_custom_target(${program}-man DEPENDS ${page}.gz)
  add_dependencies(hemo_man_pages ${program}-man)
  install(FILES ${page}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT ${component})
endfunction()

# Programs beside each other, their files in share/hemoscope: resourceFolder() looks there first.
include(GNUInstallDirs)
foreach(program hemoscope hemoscope-worker hemoscope-read hemoscope-train hemoscope-selfcheck hemoscope-phantom)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/models DESTINATION ${CMAKE_INSTALL_DATADIR}/hemoscope)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/resources/docs/user-guide.md
        ${PROJECT_SOURCE_DIR}/resources/docs/method.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/packaging/desktop/hemoscope.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME hemoscope)
set(CPACK_PACKAGE_CONTACT "Hemoscope developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Viewer for head CT that reads along; not a medical device")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libopenblas0-pthread, qt6-svg-plugins | libqt6svg6 (<< 6.7.2-5~), libqt6sql6-sqlite, libgl1-mesa-dri")
include(CPack)

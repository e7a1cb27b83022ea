# Two packages: hemoscope, and hemoscope-train for whoever teaches a network. Programs lie beside each other, their files in
# share/hemoscope: resourceFolder() looks there first.
include(GNUInstallDirs)
include(HemoManPages)

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME hemoscope)
set(_packaging ${PROJECT_SOURCE_DIR}/packaging)
set(_share ${CMAKE_INSTALL_DATADIR})

# hemo_install_program(program component summary [help option])
function(hemo_install_program program component summary)
  if(NOT TARGET ${program})
    return()
  endif()
  install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT ${component})
  hemo_man_page(${program} ${component} "${summary}" ${ARGN})
endfunction()

hemo_install_program(hemoscope hemoscope "viewer for head CT that reads along")
hemo_install_program(hemoscope-worker hemoscope "process in which Hemoscope's second reader works")
hemo_install_program(hemoscope-read hemoscope "read head CT for hemorrhage, with no window")
hemo_install_program(hemoscope-phantom hemoscope "write a head phantom as a DICOM series")
hemo_install_program(hemoscope-selfcheck hemoscope "check Hemoscope's second reader on this machine")
hemo_install_program(hemoscope-dataset hemoscope-train "make a training set of head CT for hemoscope-train")
hemo_install_program(hemoscope-train hemoscope-train "train and measure Hemoscope's second reader" --help-all)

install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/models DESTINATION ${_share}/hemoscope)
install(FILES ${PROJECT_SOURCE_DIR}/resources/docs/user-guide.md ${PROJECT_SOURCE_DIR}/resources/docs/method.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/docs/guide/en DESTINATION ${CMAKE_INSTALL_DOCDIR}/guide)
install(FILES ${PROJECT_SOURCE_DIR}/ml/training/README.md DESTINATION ${_share}/doc/hemoscope-train COMPONENT hemoscope-train)
install(FILES ${_packaging}/desktop/hemoscope.desktop DESTINATION ${_share}/applications)
install(FILES ${_packaging}/desktop/hemoscope.metainfo.xml DESTINATION ${_share}/metainfo)
install(FILES ${_packaging}/desktop/hemoscope-files.xml DESTINATION ${_share}/mime/packages RENAME hemoscope.xml)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/hemoscope.svg DESTINATION ${_share}/icons/hicolor/scalable/apps)

# What Debian's policy asks of every package (12.5, 12.7).
set(HEMO_PACKAGER "Hemoscope developers <hemoscope@localhost.localdomain>" CACHE STRING "Who makes the package: name and an address that answers")
configure_file(${_packaging}/debian/changelog ${PROJECT_BINARY_DIR}/changelog @ONLY)
find_program(HEMO_GZIP gzip REQUIRED)
execute_process(COMMAND ${HEMO_GZIP} -9nc ${PROJECT_BINARY_DIR}/changelog OUTPUT_FILE ${PROJECT_BINARY_DIR}/changelog.gz)
foreach(_package hemoscope hemoscope-train)
  install(FILES ${_packaging}/debian/copyright ${PROJECT_BINARY_DIR}/changelog.gz DESTINATION ${_share}/doc/${_package}
          COMPONENT ${_package})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "${HEMO_PACKAGER}")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL hemoscope hemoscope-train)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_HEMOSCOPE_PACKAGE_NAME hemoscope)
set(CPACK_DEBIAN_HEMOSCOPE_PACKAGE_SECTION science)
set(CPACK_DEBIAN_HEMOSCOPE_PACKAGE_DEPENDS "libopenblas0-pthread, qt6-svg-plugins | libqt6svg6 (<< 6.7.2-5~), libqt6sql6-sqlite, libgl1-mesa-dri, qt6-translations-l10n")
set(CPACK_COMPONENT_HEMOSCOPE_DESCRIPTION "viewer for head CT that reads along
Hemoscope opens head CT as DICOM, NIfTI, NRRD and MetaImage, shows slices,
reformats and a volume, and reads every slice in the background: a
probability a slice, a verdict for the patient, and heat maps over the
image. It is for research and teaching and no medical device.")
set(CPACK_DEBIAN_HEMOSCOPE-TRAIN_PACKAGE_NAME hemoscope-train)
set(CPACK_DEBIAN_HEMOSCOPE-TRAIN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_HEMOSCOPE-TRAIN_PACKAGE_DEPENDS libopenblas0-pthread)
set(CPACK_COMPONENT_HEMOSCOPE-TRAIN_DESCRIPTION "trainer of Hemoscope's second reader
Trains the network of Hemoscope, a viewer for head CT, with slices of one's
own, and measures it by cross-validation over patients.")
include(CPack)

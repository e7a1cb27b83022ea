<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en_GB">
<context>
    <name>Core</name>
    <message>
        <source>%1: %2</source>
        <comment>file.named</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A file is gone: open the folder again.</source>
        <comment>file.gone</comment>
        <translation>Un archivo ya no está: abra la carpeta de nuevo.</translation>
    </message>
    <message>
        <source>A file is gone: open the archive again.</source>
        <comment>file.gone_from_archive</comment>
        <translation>Un archivo ya no está: abra el archivo ZIP de nuevo.</translation>
    </message>
    <message>
        <source>A file cannot be read.</source>
        <comment>file.unreadable</comment>
        <translation>No se puede leer un archivo.</translation>
    </message>
    <message>
        <source>A file cannot be read from the disk.</source>
        <comment>file.disk</comment>
        <translation>No se puede leer un archivo del disco.</translation>
    </message>
    <message>
        <source>A file is damaged: copy it again from its source.</source>
        <comment>file.damaged</comment>
        <translation>Un archivo está dañado: cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>A file in the archive is damaged: copy the archive again from its source.</source>
        <comment>file.damaged_in_archive</comment>
        <translation>Un archivo dentro del ZIP está dañado: copie de nuevo el ZIP desde su origen.</translation>
    </message>
    <message>
        <source>A file has changed: open the folder again.</source>
        <comment>file.changed</comment>
        <translation>Un archivo ha cambiado: abra la carpeta de nuevo.</translation>
    </message>
    <message>
        <source>You have no permission to read these files.</source>
        <comment>file.no_permission</comment>
        <translation>No tiene permiso para leer estos archivos.</translation>
    </message>
    <message>
        <source>A DICOM file is damaged: copy it again from its source.</source>
        <comment>dicom.damaged</comment>
        <translation>Un archivo DICOM está dañado: cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <comment>dicom.none</comment>
        <translation>Este archivo no es DICOM.</translation>
    </message>
    <message>
        <source>These files are deflated as a whole: export them again without that compression.</source>
        <comment>dicom.deflated</comment>
        <translation>Estos archivos están comprimidos por entero (deflate): expórtelos de nuevo sin esa compresión.</translation>
    </message>
    <message>
        <source>This DICOM file holds a map of numbers, no CT image.</source>
        <comment>dicom.numbers</comment>
        <translation>Este archivo DICOM contiene un mapa de números, no una imagen de TC.</translation>
    </message>
    <message>
        <source>This DICOM file holds no image.</source>
        <comment>dicom.no_image</comment>
        <translation>Este archivo DICOM no contiene ninguna imagen.</translation>
    </message>
    <message>
        <source>The compressed pixels do not decode.</source>
        <comment>pixels.not_decoded</comment>
        <translation>Los píxeles comprimidos no se pueden descodificar.</translation>
    </message>
    <message>
        <source>A file does not decode.</source>
        <comment>pixels.file_not_decoded</comment>
        <translation>Un archivo no se puede descodificar.</translation>
    </message>
    <message>
        <source>The file ends before its pixels do.</source>
        <comment>pixels.ends_early</comment>
        <translation>El archivo termina antes que sus píxeles.</translation>
    </message>
    <message>
        <source>Which compressed picture belongs to which frame is not known.</source>
        <comment>pixels.which_frame</comment>
        <translation>No se sabe qué imagen comprimida corresponde a cada fotograma.</translation>
    </message>
    <message>
        <source>The pixels of an image have no size.</source>
        <comment>pixels.no_size</comment>
        <translation>Los píxeles de una imagen no tienen tamaño.</translation>
    </message>
    <message>
        <source>Not 16 bits deep.</source>
        <comment>pixels.not_16_bits</comment>
        <translation>La profundidad no es de 16 bits.</translation>
    </message>
    <message>
        <source>The colours of the picture are not there.</source>
        <comment>pixels.no_colours</comment>
        <translation>Faltan los colores de la imagen.</translation>
    </message>
    <message>
        <source>The picture does not decode.</source>
        <comment>pixels.no_picture</comment>
        <translation>La imagen no se puede descodificar.</translation>
    </message>
    <message>
        <source>Choose a folder or files to open.</source>
        <comment>open.nothing_chosen</comment>
        <translation>Elija una carpeta o archivos para abrir.</translation>
    </message>
    <message>
        <source>This folder or file does not exist: it may have been moved.</source>
        <comment>open.missing</comment>
        <translation>Esta carpeta o este archivo no existe: puede que se haya movido.</translation>
    </message>
    <message>
        <source>This is neither a folder nor a file with images.</source>
        <comment>open.neither</comment>
        <translation>No es una carpeta ni un archivo con imágenes.</translation>
    </message>
    <message>
        <source>You have no permission to open this folder.</source>
        <comment>open.no_permission</comment>
        <translation>No tiene permiso para abrir esta carpeta.</translation>
    </message>
    <message>
        <source>You have no permission to open the folders in here.</source>
        <comment>open.no_permission_inside</comment>
        <translation>No tiene permiso para abrir las carpetas que hay aquí.</translation>
    </message>
    <message>
        <source>This folder cannot be read.</source>
        <comment>open.folder_unreadable</comment>
        <translation>No se puede leer esta carpeta.</translation>
    </message>
    <message>
        <source>This DICOM file is damaged: copy it again from its source.</source>
        <comment>open.file_damaged</comment>
        <translation>Este archivo DICOM está dañado: cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>The DICOM files here are damaged: copy them again from their source.</source>
        <comment>open.files_damaged</comment>
        <translation>Los archivos DICOM de aquí están dañados: cópielos de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>The DICOM files here are packed in a way that cannot be read: export them uncompressed.</source>
        <comment>open.files_packed</comment>
        <translation>Los archivos DICOM que hay aquí están comprimidos de un modo que no se puede leer: expórtelos sin comprimir.</translation>
    </message>
    <message>
        <source>This folder has no DICOM images, and its links to other places are not followed: open the place that they lead to.</source>
        <comment>open.links</comment>
        <translation>Esta carpeta no tiene imágenes DICOM, y no se siguen sus enlaces a otros lugares: abra el lugar al que llevan.</translation>
    </message>
    <message>
        <source>This archive is empty.</source>
        <comment>open.archive_empty</comment>
        <translation>Este archivo ZIP está vacío.</translation>
    </message>
    <message>
        <source>This folder is empty.</source>
        <comment>open.folder_empty</comment>
        <translation>Esta carpeta está vacía.</translation>
    </message>
    <message>
        <source>This folder has no DICOM images.</source>
        <comment>open.no_images</comment>
        <translation>Esta carpeta no tiene imágenes DICOM.</translation>
    </message>
    <message>
        <source>This archive has no DICOM images.</source>
        <comment>open.no_images_in_archive</comment>
        <translation>Este archivo ZIP no tiene imágenes DICOM.</translation>
    </message>
    <message>
        <source>This file is no DICOM image.</source>
        <comment>open.no_image</comment>
        <translation>Este archivo no es una imagen DICOM.</translation>
    </message>
    <message>
        <source>This ZIP archive is damaged or cut off: copy it again from its source.</source>
        <comment>archive.damaged</comment>
        <translation>Este archivo ZIP está dañado o incompleto: cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>This ZIP archive is split over several files: unpack it first.</source>
        <comment>archive.split</comment>
        <translation>Este archivo ZIP está dividido en varios archivos: descomprímalo antes.</translation>
    </message>
    <message>
        <source>The files in this archive need a password: unpack it first.</source>
        <comment>archive.password</comment>
        <translation>Los archivos de este ZIP necesitan una contraseña: descomprímalo antes.</translation>
    </message>
    <message>
        <source>The files in this archive claim more bytes than they can hold.</source>
        <comment>archive.impossible</comment>
        <translation>Los archivos de este ZIP declaran más bytes de los que pueden contener.</translation>
    </message>
    <message>
        <source>The files in this archive are compressed in an unknown way: unpack it first.</source>
        <comment>archive.unknown_method</comment>
        <translation>Los archivos de este ZIP están comprimidos de un modo desconocido: descomprímalo antes.</translation>
    </message>
    <message>
        <source>The files in this archive have names that lead out of it.</source>
        <comment>archive.leading_out</comment>
        <translation>Los archivos de este ZIP tienen nombres que llevan fuera de él.</translation>
    </message>
    <message>
        <source>This archive holds other archives: unpack it first.</source>
        <comment>archive.nested</comment>
        <translation>Este archivo ZIP contiene otros archivos ZIP: descomprímalo antes.</translation>
    </message>
    <message>
        <source>This DICOMDIR is damaged: open the folder that it lies in instead.</source>
        <comment>directory.damaged</comment>
        <translation>Este DICOMDIR está dañado: abra en su lugar la carpeta en la que está.</translation>
    </message>
    <message>
        <source>None of the files that this DICOMDIR names is there: open the folder that they lie in.</source>
        <comment>directory.files_missing</comment>
        <translation>No está ninguno de los archivos que nombra este DICOMDIR: abra la carpeta en la que están.</translation>
    </message>
    <message>
        <source>This DICOMDIR names no images: open the folder that it lies in instead.</source>
        <comment>directory.no_images</comment>
        <translation>Este DICOMDIR no nombra ninguna imagen: abra en su lugar la carpeta en la que está.</translation>
    </message>
    <message numerus="yes">
        <source>%1 files are damaged and were left out.</source>
        <comment>left_out.damaged</comment>
        <translation>
            <numerusform>%1 archivo está dañado y se ha omitido.</numerusform>
            <numerusform>%1 archivos están dañados y se han omitido.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is damaged and was left out.</source>
        <comment>left_out.damaged_file</comment>
        <translation>%1 está dañado y se ha omitido.</translation>
    </message>
    <message>
        <source>%1 was left out: you have no permission to read it.</source>
        <comment>left_out.denied_file</comment>
        <translation>%1 se ha omitido: no tiene permiso para leerlo.</translation>
    </message>
    <message>
        <source>%1 was left out: it is packed in a way that cannot be read.</source>
        <comment>left_out.packed_file</comment>
        <translation>%1 se ha omitido: está comprimido de un modo que no se puede leer.</translation>
    </message>
    <message numerus="yes">
        <source>%1 files were left out: you have no permission to read them.</source>
        <comment>left_out.denied</comment>
        <translation>
            <numerusform>%1 archivo se ha omitido: no tiene permiso para leerlo.</numerusform>
            <numerusform>%1 archivos se han omitido: no tiene permiso para leerlos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files were left out: they are packed in a way that cannot be read.</source>
        <comment>left_out.packed</comment>
        <translation>
            <numerusform>%1 archivo se ha omitido: está comprimido de un modo que no se puede leer.</numerusform>
            <numerusform>%1 archivos se han omitido: están comprimidos de un modo que no se puede leer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 folders were left out: you have no permission to open them.</source>
        <comment>left_out.folders_denied</comment>
        <translation>
            <numerusform>Una carpeta se ha omitido: no tiene permiso para abrirla.</numerusform>
            <numerusform>%1 carpetas se han omitido: no tiene permiso para abrirlas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the places to open were left out: they cannot be opened.</source>
        <comment>left_out.places</comment>
        <translation>
            <numerusform>Uno de los lugares que se iban a abrir se ha omitido: no se puede abrir.</numerusform>
            <numerusform>%1 de los lugares que se iban a abrir se han omitido: no se pueden abrir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ZIP archives are damaged and were left out: copy them again from their source.</source>
        <comment>left_out.archives_damaged</comment>
        <translation>
            <numerusform>%1 archivo ZIP está dañado y se ha omitido: cópielo de nuevo desde su origen.</numerusform>
            <numerusform>%1 archivos ZIP están dañados y se han omitido: cópielos de nuevo desde su origen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ZIP archives are split over several files and were left out: unpack them first.</source>
        <comment>left_out.archives_split</comment>
        <translation>
            <numerusform>%1 archivo ZIP está dividido en varios archivos y se ha omitido: descomprímalo antes.</numerusform>
            <numerusform>%1 archivos ZIP están divididos en varios archivos y se han omitido: descomprímalos antes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 archives inside an archive were left out: unpack them first.</source>
        <comment>left_out.archives_nested</comment>
        <translation>
            <numerusform>%1 archivo ZIP dentro de otro se ha omitido: descomprímalo antes.</numerusform>
            <numerusform>%1 archivos ZIP dentro de otro se han omitido: descomprímalos antes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files of an archive need a password and were left out: unpack the archive first.</source>
        <comment>left_out.password</comment>
        <translation>
            <numerusform>%1 archivo de un ZIP necesita una contraseña y se ha omitido: descomprima antes el ZIP.</numerusform>
            <numerusform>%1 archivos de un ZIP necesitan una contraseña y se han omitido: descomprima antes el ZIP.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files of an archive are compressed in an unknown way and were left out: unpack the archive first.</source>
        <comment>left_out.unknown_method</comment>
        <translation>
            <numerusform>%1 archivo de un ZIP está comprimido de un modo desconocido y se ha omitido: descomprima antes el ZIP.</numerusform>
            <numerusform>%1 archivos de un ZIP están comprimidos de un modo desconocido y se han omitido: descomprima antes el ZIP.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files of an archive have names that lead out of it and were left out.</source>
        <comment>left_out.leading_out</comment>
        <translation>
            <numerusform>%1 archivo de un ZIP tiene un nombre que lleva fuera de él y se ha omitido.</numerusform>
            <numerusform>%1 archivos de un ZIP tienen nombres que llevan fuera de él y se han omitido.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files of an archive claim more bytes than they can hold and were left out.</source>
        <comment>left_out.impossible</comment>
        <translation>
            <numerusform>%1 archivo de un ZIP declara más bytes de los que puede contener y se ha omitido.</numerusform>
            <numerusform>%1 archivos de un ZIP declaran más bytes de los que pueden contener y se han omitido.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 DICOMDIRs are damaged and were left out: open their folders instead.</source>
        <comment>left_out.directories</comment>
        <translation>
            <numerusform>%1 DICOMDIR está dañado y se ha omitido: abra en su lugar su carpeta.</numerusform>
            <numerusform>%1 DICOMDIR están dañados y se han omitido: abra en su lugar sus carpetas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files that the DICOMDIR names lie outside of its folder and were left out.</source>
        <comment>left_out.named_outside</comment>
        <translation>
            <numerusform>%1 archivo que nombra el DICOMDIR está fuera de su carpeta y se ha omitido.</numerusform>
            <numerusform>%1 archivos que nombra el DICOMDIR están fuera de su carpeta y se han omitido.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files that the DICOMDIR names are missing: %2.</source>
        <comment>left_out.named_missing</comment>
        <translation>
            <numerusform>%1 archivo que nombra el DICOMDIR falta: %2.</numerusform>
            <numerusform>%1 archivos que nombra el DICOMDIR faltan: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <comment>left_out.and_more</comment>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>The files of this series are gone: open the folder again.</source>
        <comment>series.files_gone</comment>
        <translation>Los archivos de esta serie ya no están: abra la carpeta de nuevo.</translation>
    </message>
    <message>
        <source>The files of this series have changed: open the folder again.</source>
        <comment>series.files_changed</comment>
        <translation>Los archivos de esta serie han cambiado: abra la carpeta de nuevo.</translation>
    </message>
    <message>
        <source>This series has no files: open the folder again.</source>
        <comment>series.no_files</comment>
        <translation>Esta serie no tiene archivos: abra la carpeta de nuevo.</translation>
    </message>
    <message>
        <source>This series has no file: open the folder again.</source>
        <comment>series.no_file</comment>
        <translation>Esta serie no tiene ningún archivo: abra la carpeta de nuevo.</translation>
    </message>
    <message>
        <source>No image of this series can be read: copy it again from its source.</source>
        <comment>series.no_image_readable</comment>
        <translation>No se puede leer ninguna imagen de esta serie: cópiela de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>This series cannot be read.</source>
        <comment>series.unreadable</comment>
        <translation>No se puede leer esta serie.</translation>
    </message>
    <message>
        <source>Not every image of this series can be read: copy it again from its source.</source>
        <comment>series.lacks_images</comment>
        <translation>No se pueden leer todas las imágenes de esta serie: cópiela de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>None of these series can be opened as a volume.</source>
        <comment>series.none_openable</comment>
        <translation>Ninguna de estas series se puede abrir como volumen.</translation>
    </message>
    <message>
        <source>Series are read this way, not written.</source>
        <comment>series.read_only</comment>
        <translation>De este modo las series se leen, no se escriben.</translation>
    </message>
    <message>
        <source>A scan shows too little of a head to be laid over another.</source>
        <comment>heads.too_little</comment>
        <translation>Una exploración muestra demasiado poco de la cabeza para superponerla a otra.</translation>
    </message>
    <message>
        <source>The two scans cannot be laid over each other.</source>
        <comment>heads.no_fit</comment>
        <translation>Las dos exploraciones no se pueden superponer.</translation>
    </message>
    <message>
        <source>An image cannot be written: is the disk full?</source>
        <comment>write.image</comment>
        <translation>No se puede escribir una imagen: ¿está lleno el disco?</translation>
    </message>
    <message>
        <source>The images cannot be written.</source>
        <comment>write.images</comment>
        <translation>No se pueden escribir las imágenes.</translation>
    </message>
    <message>
        <source>There is no picture to write.</source>
        <comment>write.no_picture</comment>
        <translation>No hay ninguna imagen que escribir.</translation>
    </message>
    <message>
        <source>There is no image to write.</source>
        <comment>write.no_image</comment>
        <translation>No hay ninguna imagen que escribir.</translation>
    </message>
    <message>
        <source>The picture cannot be written: choose another place.</source>
        <comment>write.picture</comment>
        <translation>No se puede escribir la imagen: elija otro lugar.</translation>
    </message>
    <message>
        <source>You have no permission to write there: choose another folder.</source>
        <comment>write.no_permission</comment>
        <translation>No tiene permiso para escribir ahí: elija otra carpeta.</translation>
    </message>
    <message>
        <source>The folder cannot be made: choose another.</source>
        <comment>write.no_folder</comment>
        <translation>No se puede crear la carpeta: elija otra.</translation>
    </message>
    <message>
        <source>The folder already holds images of that name: choose an empty one.</source>
        <comment>write.not_empty</comment>
        <translation>La carpeta ya contiene imágenes con ese nombre: elija una vacía.</translation>
    </message>
    <message>
        <source>The scale to HU cannot be written.</source>
        <comment>write.no_scale</comment>
        <translation>No se puede escribir la escala a HU.</translation>
    </message>
    <message>
        <source>This volume file is damaged: make it again from its source.</source>
        <comment>volume_file.damaged</comment>
        <translation>Este archivo de volumen está dañado: créelo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>This volume file is damaged or ends before its voxels do: copy it again from its source.</source>
        <comment>volume_file.damaged_voxels</comment>
        <translation>Este archivo de volumen está dañado o termina antes que sus vóxeles: cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>This volume file ends before its voxels do: copy it again from its source.</source>
        <comment>volume_file.ends_early</comment>
        <translation>Este archivo de volumen termina antes que sus vóxeles: cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>The voxels of this volume lie in a second file, which is missing: copy both into one folder.</source>
        <comment>volume_file.second_file</comment>
        <translation>Los vóxeles de este volumen están en un segundo archivo, que falta: copie ambos en una misma carpeta.</translation>
    </message>
    <message>
        <source>The voxels of this volume lie in a second file of the archive: unpack the archive first.</source>
        <comment>volume_file.second_in_archive</comment>
        <translation>Los vóxeles de este volumen están en un segundo archivo del ZIP: descomprima antes el ZIP.</translation>
    </message>
    <message>
        <source>This file is no NIfTI, NRRD or MetaImage volume.</source>
        <comment>volume_file.none</comment>
        <translation>Este archivo no es un volumen NIfTI, NRRD ni MetaImage.</translation>
    </message>
    <message>
        <source>The middle of a packed file is not to be had before all that lies before it.</source>
        <comment>volume_file.packed</comment>
        <translation>No se puede leer la parte central de un archivo comprimido antes que todo lo que la precede.</translation>
    </message>
    <message>
        <source>The voxels of this file lie on a slanted grid (its affine is sheared): resample it to a rectangular one.</source>
        <comment>volume_file.sheared</comment>
        <translation>Los vóxeles de este archivo están en una cuadrícula oblicua (su matriz afín tiene cizalla): remuestréelo a una rectangular.</translation>
    </message>
    <message>
        <source>The slices of this file lean more than any scanner tilts (its affine is sheared): resample it to a rectangular grid.</source>
        <comment>volume_file.leaning</comment>
        <translation>Los cortes de este archivo se inclinan más que en cualquier escáner (su matriz afín tiene cizalla): remuestréelo a una cuadrícula rectangular.</translation>
    </message>
    <message>
        <source>The file has changed: open the folder again.</source>
        <comment>volume_file.changed</comment>
        <translation>El archivo ha cambiado: abra la carpeta de nuevo.</translation>
    </message>
    <message>
        <source>It is not certain which side is left in this file: two ways to read it differ. Convert it again from the DICOM files.</source>
        <comment>volume_file.two_readings</comment>
        <translation>No es seguro qué lado es el izquierdo en este archivo: dos modos de leerlo difieren. Conviértalo de nuevo desde los archivos DICOM.</translation>
    </message>
    <message>
        <source>The values run from %1 to %2: these are grey levels, not HU, so windows mean nothing and the second reader cannot be trusted.</source>
        <comment>volume_file.greys</comment>
        <translation>Los valores van de %1 a %2: son niveles de gris, no HU, así que las ventanas no significan nada y el segundo lector no es fiable.</translation>
    </message>
    <message>
        <source>This file is no NIfTI volume.</source>
        <comment>nifti.none</comment>
        <translation>Este archivo no es un volumen NIfTI.</translation>
    </message>
    <message>
        <source>This NIfTI file is damaged: make it again from its source.</source>
        <comment>nifti.damaged</comment>
        <translation>Este archivo NIfTI está dañado: créelo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>This NIfTI file holds no voxels.</source>
        <comment>nifti.no_voxels</comment>
        <translation>Este archivo NIfTI no contiene vóxeles.</translation>
    </message>
    <message>
        <source>This NIfTI file holds %1 volumes in one (4-D): save the one to be read as a file of its own.</source>
        <comment>nifti.several</comment>
        <translation>Este archivo NIfTI contiene %1 volúmenes en uno (4-D): guarde el que se deba leer como archivo propio.</translation>
    </message>
    <message>
        <source>This NIfTI file holds colours, not densities.</source>
        <comment>nifti.colours</comment>
        <translation>Este archivo NIfTI contiene colores, no densidades.</translation>
    </message>
    <message>
        <source>This NIfTI file holds complex numbers, not densities.</source>
        <comment>nifti.complex</comment>
        <translation>Este archivo NIfTI contiene números complejos, no densidades.</translation>
    </message>
    <message>
        <source>This NIfTI file stores its voxels in an uncommon way: save it with 16-bit voxels.</source>
        <comment>nifti.uncommon</comment>
        <translation>Este archivo NIfTI guarda sus vóxeles de un modo poco habitual: guárdelo con vóxeles de 16 bits.</translation>
    </message>
    <message>
        <source>This volume was fitted to a template: positions and lengths are the template&apos;s, not the patient&apos;s.</source>
        <comment>nifti.template</comment>
        <translation>Este volumen se ajustó a una plantilla: las posiciones y longitudes son las de la plantilla, no las del paciente.</translation>
    </message>
    <message>
        <source>This NIfTI file says twice where left is, and the two differ (its sform and qform): convert it again from the DICOM files.</source>
        <comment>nifti.mirrored</comment>
        <translation>Este archivo NIfTI dice dos veces dónde está la izquierda, y las dos difieren (su sform y su qform): conviértalo de nuevo desde los archivos DICOM.</translation>
    </message>
    <message>
        <source>This NIfTI file places its voxels in two ways that differ by up to %1 mm: its %2 is used.</source>
        <comment>nifti.two_places</comment>
        <translation>Este archivo NIfTI sitúa sus vóxeles de dos modos que difieren hasta en %1 mm: se usa su %2.</translation>
    </message>
    <message>
        <source>This NIfTI file places its voxels in two ways that differ by up to any number of mm: its %1 is used.</source>
        <comment>nifti.two_places_far</comment>
        <translation>Este archivo NIfTI sitúa sus vóxeles de dos modos que difieren en cualquier número de mm: se usa su %1.</translation>
    </message>
    <message>
        <source>A NIfTI file names no patient, no scanner and no kVp; positions come from its %1.</source>
        <comment>nifti.names_little</comment>
        <translation>Un archivo NIfTI no indica paciente, escáner ni kVp; las posiciones proceden de su %1.</translation>
    </message>
    <message>
        <source>A NIfTI file names no patient, no scanner and no kVp; positions come from its voxel sizes alone.</source>
        <comment>nifti.sizes_alone</comment>
        <translation>Un archivo NIfTI no indica paciente, escáner ni kVp; las posiciones proceden solo del tamaño de sus vóxeles.</translation>
    </message>
    <message>
        <source>This NIfTI file names no directions (no sform, no qform): nobody knows which side is left.</source>
        <comment>nifti.no_directions</comment>
        <translation>Este archivo NIfTI no indica direcciones (ni sform ni qform): no se sabe qué lado es el izquierdo.</translation>
    </message>
    <message>
        <source>This NIfTI file has places without a value (NaN): they are shown as outside the scan.</source>
        <comment>nifti.not_a_number</comment>
        <translation>Este archivo NIfTI tiene lugares sin valor (NaN): se muestran como fuera de la exploración.</translation>
    </message>
    <message>
        <source>This NIfTI file holds no value at all: there is nothing to see.</source>
        <comment>nifti.no_values</comment>
        <translation>Este archivo NIfTI no contiene ningún valor: no hay nada que ver.</translation>
    </message>
    <message>
        <source>This file is no NRRD volume.</source>
        <comment>nrrd.none</comment>
        <translation>Este archivo no es un volumen NRRD.</translation>
    </message>
    <message>
        <source>This NRRD file is damaged: make it again from its source.</source>
        <comment>nrrd.damaged</comment>
        <translation>Este archivo NRRD está dañado: créelo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>This NRRD file holds no voxels.</source>
        <comment>nrrd.no_voxels</comment>
        <translation>Este archivo NRRD no contiene vóxeles.</translation>
    </message>
    <message>
        <source>This NRRD file holds no volume: it has fewer than three dimensions.</source>
        <comment>nrrd.no_volume</comment>
        <translation>Este archivo NRRD no contiene ningún volumen: tiene menos de tres dimensiones.</translation>
    </message>
    <message>
        <source>This NRRD file holds several volumes in one (4-D): save the one to be read as a file of its own.</source>
        <comment>nrrd.several</comment>
        <translation>Este archivo NRRD contiene varios volúmenes en uno (4-D): guarde el que se deba leer como archivo propio.</translation>
    </message>
    <message>
        <source>This NRRD file holds colours or vectors, not densities.</source>
        <comment>nrrd.colours</comment>
        <translation>Este archivo NRRD contiene colores o vectores, no densidades.</translation>
    </message>
    <message>
        <source>This NRRD file stores its voxels in an uncommon way: save it with 16-bit voxels.</source>
        <comment>nrrd.uncommon</comment>
        <translation>Este archivo NRRD guarda sus vóxeles de un modo poco habitual: guárdelo con vóxeles de 16 bits.</translation>
    </message>
    <message>
        <source>This NRRD file is packed in a way that cannot be read: save it raw or with gzip.</source>
        <comment>nrrd.packed</comment>
        <translation>Este archivo NRRD está comprimido de un modo que no se puede leer: guárdelo sin comprimir (raw) o con gzip.</translation>
    </message>
    <message>
        <source>The voxels of this NRRD file do not begin where they should: save it again as one .nrrd file.</source>
        <comment>nrrd.misplaced</comment>
        <translation>Los vóxeles de este archivo NRRD no empiezan donde deberían: guárdelo de nuevo como un solo archivo .nrrd.</translation>
    </message>
    <message>
        <source>The voxels of this NRRD file lie elsewhere: save it as one .nrrd file.</source>
        <comment>nrrd.elsewhere</comment>
        <translation>Los vóxeles de este archivo NRRD están en otro lugar: guárdelo como un solo archivo .nrrd.</translation>
    </message>
    <message>
        <source>This NRRD file names no voxel size: 1 mm is assumed, so lengths and volumes cannot be trusted.</source>
        <comment>nrrd.no_voxel_size</comment>
        <translation>Este archivo NRRD no indica el tamaño de los vóxeles: se supone 1 mm, así que las longitudes y los volúmenes no son fiables.</translation>
    </message>
    <message>
        <source>This NRRD file does not measure in millimetres: save it in millimetres.</source>
        <comment>nrrd.not_millimetres</comment>
        <translation>Este archivo NRRD no mide en milímetros: guárdelo en milímetros.</translation>
    </message>
    <message>
        <source>This NRRD file names no directions in the patient: nobody knows which side is left.</source>
        <comment>nrrd.no_directions</comment>
        <translation>Este archivo NRRD no indica direcciones en el paciente: no se sabe qué lado es el izquierdo.</translation>
    </message>
    <message>
        <source>A NRRD file names no patient, no scanner and no kVp; positions come from its voxel sizes alone.</source>
        <comment>nrrd.sizes_alone</comment>
        <translation>Un archivo NRRD no indica paciente, escáner ni kVp; las posiciones proceden solo del tamaño de sus vóxeles.</translation>
    </message>
    <message>
        <source>A NRRD file names no patient, no scanner and no kVp; positions come from its space directions.</source>
        <comment>nrrd.directions</comment>
        <translation>Un archivo NRRD no indica paciente, escáner ni kVp; las posiciones proceden de sus direcciones espaciales (space directions).</translation>
    </message>
    <message>
        <source>This NRRD file has places without a value (NaN): they are shown as outside the scan.</source>
        <comment>nrrd.not_a_number</comment>
        <translation>Este archivo NRRD tiene lugares sin valor (NaN): se muestran como fuera de la exploración.</translation>
    </message>
    <message>
        <source>This NRRD file holds no value at all: there is nothing to see.</source>
        <comment>nrrd.no_values</comment>
        <translation>Este archivo NRRD no contiene ningún valor: no hay nada que ver.</translation>
    </message>
    <message>
        <source>This MetaImage file is damaged: make it again from its source.</source>
        <comment>metaimage.damaged</comment>
        <translation>Este archivo MetaImage está dañado: créelo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>This MetaImage file holds no volume: it has fewer than three dimensions.</source>
        <comment>metaimage.no_volume</comment>
        <translation>Este archivo MetaImage no contiene ningún volumen: tiene menos de tres dimensiones.</translation>
    </message>
    <message>
        <source>This MetaImage file holds several volumes in one (4-D): save the one to be read as a file of its own.</source>
        <comment>metaimage.several</comment>
        <translation>Este archivo MetaImage contiene varios volúmenes en uno (4-D): guarde el que se deba leer como archivo propio.</translation>
    </message>
    <message>
        <source>This MetaImage file holds colours or vectors, not densities.</source>
        <comment>metaimage.colours</comment>
        <translation>Este archivo MetaImage contiene colores o vectores, no densidades.</translation>
    </message>
    <message>
        <source>This MetaImage file stores its voxels in an uncommon way: save it with 16-bit voxels.</source>
        <comment>metaimage.uncommon</comment>
        <translation>Este archivo MetaImage guarda sus vóxeles de un modo poco habitual: guárdelo con vóxeles de 16 bits.</translation>
    </message>
    <message>
        <source>This MetaImage file scales its voxels, which ITK leaves out: save it in HU.</source>
        <comment>metaimage.scaled</comment>
        <translation>Este archivo MetaImage aplica a sus vóxeles una escala que ITK no tiene en cuenta: guárdelo en HU.</translation>
    </message>
    <message>
        <source>This MetaImage file holds its voxels as text: save it in binary form.</source>
        <comment>metaimage.text</comment>
        <translation>Este archivo MetaImage contiene sus vóxeles como texto: guárdelo en forma binaria.</translation>
    </message>
    <message>
        <source>The voxels of this MetaImage file do not begin where they should: save it again as one .mha file.</source>
        <comment>metaimage.misplaced</comment>
        <translation>Los vóxeles de este archivo MetaImage no empiezan donde deberían: guárdelo de nuevo como un solo archivo .mha.</translation>
    </message>
    <message>
        <source>The voxels of this MetaImage file lie elsewhere: save it as one .mha file.</source>
        <comment>metaimage.elsewhere</comment>
        <translation>Los vóxeles de este archivo MetaImage están en otro lugar: guárdelo como un solo archivo .mha.</translation>
    </message>
    <message>
        <source>This MetaImage file does not measure in millimetres: save it in millimetres.</source>
        <comment>metaimage.not_millimetres</comment>
        <translation>Este archivo MetaImage no mide en milímetros: guárdelo en milímetros.</translation>
    </message>
    <message>
        <source>It is not certain where the voxels of this MetaImage file lie: it turns them about a point of its own. Save it again without.</source>
        <comment>metaimage.turned</comment>
        <translation>No es seguro dónde están los vóxeles de este archivo MetaImage: los gira en torno a un punto propio. Guárdelo de nuevo sin ese giro.</translation>
    </message>
    <message>
        <source>This MetaImage file names no voxel size: 1 mm is assumed, so lengths and volumes cannot be trusted.</source>
        <comment>metaimage.no_voxel_size</comment>
        <translation>Este archivo MetaImage no indica el tamaño de los vóxeles: se supone 1 mm, así que las longitudes y los volúmenes no son fiables.</translation>
    </message>
    <message>
        <source>This MetaImage file names no directions in the patient: nobody knows which side is left.</source>
        <comment>metaimage.no_directions</comment>
        <translation>Este archivo MetaImage no indica direcciones en el paciente: no se sabe qué lado es el izquierdo.</translation>
    </message>
    <message>
        <source>A MetaImage file names no patient, no scanner and no kVp; positions come from its matrix and offset.</source>
        <comment>metaimage.names_little</comment>
        <translation>Un archivo MetaImage no indica paciente, escáner ni kVp; las posiciones proceden de su matriz y su desplazamiento.</translation>
    </message>
    <message>
        <source>This file is no MetaImage volume.</source>
        <comment>metaimage.none</comment>
        <translation>Este archivo no es un volumen MetaImage.</translation>
    </message>
    <message>
        <source>This MetaImage file holds no image.</source>
        <comment>metaimage.no_image</comment>
        <translation>Este archivo MetaImage no contiene ninguna imagen.</translation>
    </message>
    <message>
        <source>This MetaImage file has places without a value (NaN): they are shown as outside the scan.</source>
        <comment>metaimage.not_a_number</comment>
        <translation>Este archivo MetaImage tiene lugares sin valor (NaN): se muestran como fuera de la exploración.</translation>
    </message>
    <message>
        <source>This MetaImage file holds no value at all: there is nothing to see.</source>
        <comment>metaimage.no_values</comment>
        <translation>Este archivo MetaImage no contiene ningún valor: no hay nada que ver.</translation>
    </message>
    <message numerus="yes">
        <source>%1 slices</source>
        <comment>verdict.slices</comment>
        <translation>
            <numerusform>%1 corte</numerusform>
            <numerusform>%1 cortes</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1: too few to answer for a patient.</source>
        <comment>verdict.too_few</comment>
        <translation>Solo %1: demasiado poco para decidir sobre un paciente.</translation>
    </message>
    <message>
        <source>%1 of %2 over %3 %.</source>
        <comment>verdict.over</comment>
        <translation>%1 de %2 por encima del %3 %.</translation>
    </message>
    <message>
        <source>The rest cannot be excluded. %1</source>
        <comment>verdict.rest_not_excluded</comment>
        <translation>El resto no se puede excluir. %1</translation>
    </message>
    <message>
        <source>%1 of %2 over %3 %; suspected from %4 on.</source>
        <comment>verdict.rule_in_slices</comment>
        <translation>%1 de %2 por encima del %3 %; sospecha a partir de %4.</translation>
    </message>
    <message>
        <source>%1 of %2 (%3 mm) over %4 %; suspected from %5 mm on.</source>
        <comment>verdict.rule_in_mm</comment>
        <translation>%1 de %2 (%3 mm) por encima del %4 %; sospecha a partir de %5 mm.</translation>
    </message>
    <message>
        <source>Air measures %1 HU instead of -1000: the scale of these images is damaged.</source>
        <comment>assess.wrong_air</comment>
        <translation>El aire mide %1 HU en vez de -1000: la escala de estas imágenes está dañada.</translation>
    </message>
    <message>
        <source>Hardly anything has the density of soft tissue: the scale of these images is damaged.</source>
        <comment>assess.no_soft_tissue</comment>
        <translation>Casi nada tiene la densidad de las partes blandas: la escala de estas imágenes está dañada.</translation>
    </message>
    <message>
        <source>The values are the greys of a picture, not HU: open the original images.</source>
        <comment>assess.greys</comment>
        <translation>Los valores son los grises de una imagen, no HU: abra las imágenes originales.</translation>
    </message>
    <message>
        <source>The head goes on beyond the edge of the pictures: choose a series with the whole head.</source>
        <comment>assess.beyond_edge</comment>
        <translation>La cabeza sobrepasa el borde de las imágenes: elija una serie con la cabeza completa.</translation>
    </message>
    <message>
        <source>No head is seen in these slices.</source>
        <comment>assess.no_head</comment>
        <translation>No se ve ninguna cabeza en estos cortes.</translation>
    </message>
    <message>
        <source>The brain measures %1 HU, which no brain does: the scale of these images is damaged.</source>
        <comment>assess.wrong_brain</comment>
        <translation>El cerebro mide %1 HU, imposible en un cerebro: la escala de estas imágenes está dañada.</translation>
    </message>
    <message>
        <source>Two slices of the brain lie %1 mm apart: complete the series.</source>
        <comment>assess.slices_apart</comment>
        <translation>Dos cortes del cerebro distan %1 mm: complete la serie.</translation>
    </message>
    <message>
        <source>The upper part of the head is missing: choose a series with the whole head.</source>
        <comment>assess.no_top</comment>
        <translation>Falta la parte superior de la cabeza: elija una serie con la cabeza completa.</translation>
    </message>
    <message>
        <source>The lower part of the brain is missing: choose a series with the whole head.</source>
        <comment>assess.no_bottom</comment>
        <translation>Falta la parte inferior del cerebro: elija una serie con la cabeza completa.</translation>
    </message>
    <message>
        <source>Contrast was given, as the file says: choose the series without contrast.</source>
        <comment>assess.contrast</comment>
        <translation>Se administró contraste, según el archivo: elija la serie sin contraste.</translation>
    </message>
    <message>
        <source>A tube voltage of %1 kV is none that heads are scanned with: choose another series.</source>
        <comment>assess.voltage</comment>
        <translation>Una tensión del tubo de %1 kV no se usa para explorar la cabeza: elija otra serie.</translation>
    </message>
    <message>
        <source>The slices are not axial: choose an axial series.</source>
        <comment>assess.not_axial</comment>
        <translation>Los cortes no son axiales: elija una serie axial.</translation>
    </message>
    <message>
        <source>There are no slices.</source>
        <comment>assess.no_slices</comment>
        <translation>No hay cortes.</translation>
    </message>
    <message>
        <source>The images are too noisy (%1 HU) to exclude a bleed.</source>
        <comment>assess.noise</comment>
        <translation>Las imágenes tienen demasiado ruido (%1 HU) para excluir una hemorragia.</translation>
    </message>
    <message>
        <source>The description speaks of contrast: vessels can look like blood.</source>
        <comment>caution.contrast_described</comment>
        <translation>La descripción habla de contraste: los vasos pueden parecer sangre.</translation>
    </message>
    <message>
        <source>The file names a contrast agent that the description denies: had it been given, vessels could look like blood.</source>
        <comment>caution.contrast_denied</comment>
        <translation>El archivo nombra un medio de contraste que la descripción niega: si se hubiera administrado, los vasos podrían parecer sangre.</translation>
    </message>
    <message>
        <source>Only values from %1 to %2 HU were kept: no volume is measured.</source>
        <comment>caution.cut_to_window</comment>
        <translation>Solo se conservaron los valores de %1 a %2 HU: no se mide ningún volumen.</translation>
    </message>
    <message>
        <source>This is an infant of %1 months: the model has learned from adults.</source>
        <comment>caution.infant</comment>
        <translation>Es un lactante de %1 meses: el modelo ha aprendido de adultos.</translation>
    </message>
    <message>
        <source>This is a child of %1 years: the model has learned from adults.</source>
        <comment>caution.child</comment>
        <translation>Es un paciente pediátrico de %1 años: el modelo ha aprendido de adultos.</translation>
    </message>
    <message>
        <source>The head is as small as an infant&apos;s: the model has learned from adults.</source>
        <comment>caution.small_head</comment>
        <translation>La cabeza es tan pequeña como la de un lactante: el modelo ha aprendido de adultos.</translation>
    </message>
    <message>
        <source>The skull&apos;s sutures are open as an infant&apos;s: the model has learned from adults.</source>
        <comment>caution.open_sutures</comment>
        <translation>Las suturas del cráneo están abiertas como las de un lactante: el modelo ha aprendido de adultos.</translation>
    </message>
    <message>
        <source>The kernel is sharp: faint blood can drown in its noise.</source>
        <comment>caution.sharp_kernel</comment>
        <translation>El kernel es duro: la sangre tenue puede perderse en su ruido.</translation>
    </message>
    <message>
        <source>These are no plain images of a scan, and the model has learned from no others.</source>
        <comment>caution.special</comment>
        <translation>No son imágenes corrientes de una exploración, y el modelo solo ha aprendido de esas.</translation>
    </message>
    <message>
        <source>The images were compressed with loss: no volume is measured.</source>
        <comment>caution.lossy</comment>
        <translation>Las imágenes se comprimieron con pérdida: no se mide ningún volumen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 are suspicious.</source>
        <comment>verdict.suspicious</comment>
        <translation>
            <numerusform>%1 de %2 es sospechoso.</numerusform>
            <numerusform>%1 de %2 son sospechosos.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 That is too little for the rule.</source>
        <comment>verdict.below_rule</comment>
        <translation>%1 Es demasiado poco para la regla.</translation>
    </message>
    <message>
        <source>None of %1 is suspicious.</source>
        <comment>verdict.none_suspicious</comment>
        <translation>Ninguno de %1 es sospechoso.</translation>
    </message>
    <message>
        <source>The probability that decides is %1 %.</source>
        <comment>verdict.decides</comment>
        <translation>La probabilidad que decide es del %1 %.</translation>
    </message>
    <message>
        <source>Finds about %1 of 10 bleeds.</source>
        <comment>worth.finds</comment>
        <translation>Detecta cerca de %1 de cada 10 hemorragias.</translation>
    </message>
    <message>
        <source>Finds more than 9 of 10 bleeds.</source>
        <comment>worth.finds_most</comment>
        <translation>Detecta más de 9 de cada 10 hemorragias.</translation>
    </message>
    <message>
        <source>False alarm in about %1 of 10 patients without a bleed.</source>
        <comment>worth.alarms</comment>
        <translation>Falsa alarma en cerca de %1 de cada 10 pacientes sin hemorragia.</translation>
    </message>
    <message>
        <source>False alarm in fewer than 1 of 10 patients without a bleed.</source>
        <comment>worth.alarms_seldom</comment>
        <translation>Falsa alarma en menos de 1 de cada 10 pacientes sin hemorragia.</translation>
    </message>
    <message>
        <source>Nobody has measured this model: how often it is wrong is not known.</source>
        <comment>worth.not_measured</comment>
        <translation>Nadie ha medido este modelo: no se sabe con qué frecuencia se equivoca.</translation>
    </message>
    <message>
        <source>In cross-validation this rule found %1 % (%2 to %3) of patients with hemorrhage.</source>
        <comment>worth.sensitivity</comment>
        <translation>En la validación cruzada esta regla detectó al %1 % (%2 a %3) de los pacientes con hemorragia.</translation>
    </message>
    <message>
        <source>In cross-validation this rule raised no suspicion in %1 % (%2 to %3) of patients without hemorrhage.</source>
        <comment>worth.specificity</comment>
        <translation>En la validación cruzada esta regla no levantó sospecha en el %1 % (%2 a %3) de los pacientes sin hemorragia.</translation>
    </message>
    <message>
        <source>Goes to slice %1, its most telling one.</source>
        <comment>finding.goes_to</comment>
        <translation>Va al corte %1, el más revelador.</translation>
    </message>
    <message>
        <source>Hemorrhage in a slice of it: up to %1 %.</source>
        <comment>finding.largest</comment>
        <translation>Hemorragia en uno de sus cortes: hasta el %1 %.</translation>
    </message>
    <message>
        <source>This kind: %1 % on the average of its suspicious slices.</source>
        <comment>finding.kind</comment>
        <translation>Este tipo: %1 % de media en sus cortes sospechosos.</translation>
    </message>
    <message>
        <source>What is outlined is a crescent along the skull.</source>
        <comment>finding.crescent</comment>
        <translation>El contorno es una semiluna a lo largo del cráneo.</translation>
    </message>
    <message>
        <source>What is outlined is a lens along the skull.</source>
        <comment>finding.lens</comment>
        <translation>El contorno es una lente a lo largo del cráneo.</translation>
    </message>
    <message>
        <source>What is outlined lies along the skull.</source>
        <comment>finding.along_skull</comment>
        <translation>El contorno está a lo largo del cráneo.</translation>
    </message>
    <message>
        <source>What is outlined lies in the tissue.</source>
        <comment>finding.in_tissue</comment>
        <translation>El contorno está en el tejido.</translation>
    </message>
    <message>
        <source>What is outlined lies in the ventricles.</source>
        <comment>finding.in_ventricles</comment>
        <translation>El contorno está en los ventrículos.</translation>
    </message>
    <message>
        <source>The shape of what is outlined says nothing of its kind.</source>
        <comment>finding.shape_unclear</comment>
        <translation>La forma del contorno no dice nada del tipo.</translation>
    </message>
    <message>
        <source>Outlined: %1 mL.</source>
        <comment>finding.volume</comment>
        <translation>Volumen del contorno: %1 mL.</translation>
    </message>
    <message>
        <source>Outlined: %1 mL, and it goes on beyond.</source>
        <comment>finding.volume_at_least</comment>
        <translation>Volumen del contorno: %1 mL, y continúa más allá.</translation>
    </message>
    <message>
        <source>Evidence in log-odds: faint is %1, strong is %2.</source>
        <comment>heat.scale_log_odds</comment>
        <translation>Evidencia en log-odds: tenue es %1, intensa es %2.</translation>
    </message>
    <message>
        <source>Relative to the largest in each slice: from a third of it.</source>
        <comment>heat.scale_relative</comment>
        <translation>Relativo al máximo de cada corte: a partir de un tercio.</translation>
    </message>
    <message>
        <source>The second reader often misses thin blood along the skull.</source>
        <comment>reader.misses_thin_blood</comment>
        <translation>El segundo lector a menudo pasa por alto la sangre fina a lo largo del cráneo.</translation>
    </message>
    <message>
        <source>Grad-CAM, all levels</source>
        <comment>explanation.all_levels</comment>
        <translation>Grad-CAM, todos los niveles</translation>
    </message>
    <message>
        <source>Grad-CAM, fine level</source>
        <comment>explanation.fine_level</comment>
        <translation>Grad-CAM, nivel fino</translation>
    </message>
    <message>
        <source>Grad-CAM, middle level</source>
        <comment>explanation.middle_level</comment>
        <translation>Grad-CAM, nivel medio</translation>
    </message>
    <message>
        <source>Grad-CAM, coarse level</source>
        <comment>explanation.coarse_level</comment>
        <translation>Grad-CAM, nivel grueso</translation>
    </message>
    <message>
        <source>HiResCAM</source>
        <comment>explanation.hirescam</comment>
        <translation>HiResCAM</translation>
    </message>
    <message>
        <source>LayerCAM</source>
        <comment>explanation.layercam</comment>
        <translation>LayerCAM</translation>
    </message>
    <message>
        <source>Class map</source>
        <comment>explanation.class_map</comment>
        <translation>Mapa de clase</translation>
    </message>
    <message>
        <source>Grad-CAM, last block</source>
        <comment>explanation.last_block</comment>
        <translation>Grad-CAM, último bloque</translation>
    </message>
    <message>
        <source>The model folder is damaged: install the model again or choose another.</source>
        <comment>network.damaged</comment>
        <translation>La carpeta del modelo está dañada: instale el modelo de nuevo o elija otro.</translation>
    </message>
    <message>
        <source>The model does not fit this version of the program: choose another model.</source>
        <comment>network.unfit</comment>
        <translation>El modelo no corresponde a esta versión del programa: elija otro modelo.</translation>
    </message>
    <message>
        <source>The model is missing: install it again or choose another model folder.</source>
        <comment>network.missing</comment>
        <translation>Falta el modelo: instálelo de nuevo o elija otra carpeta de modelo.</translation>
    </message>
    <message>
        <source>The model folder has no model.json: install the model again or choose another.</source>
        <comment>network.no_description</comment>
        <translation>La carpeta del modelo no tiene model.json: instale el modelo de nuevo o elija otro.</translation>
    </message>
    <message>
        <source>The model could not be run: install it again or choose another.</source>
        <comment>network.not_run</comment>
        <translation>No se pudo ejecutar el modelo: instálelo de nuevo o elija otro.</translation>
    </message>
    <message>
        <source>The second reader does not know this device: choose auto, cpu or cuda.</source>
        <comment>network.unknown_device</comment>
        <translation>El segundo lector no conoce este dispositivo: elija auto, cpu o cuda.</translation>
    </message>
    <message>
        <source>There is no GPU that the second reader can use: choose auto or cpu.</source>
        <comment>network.no_gpu</comment>
        <translation>No hay ninguna GPU que el segundo lector pueda usar: elija auto o cpu.</translation>
    </message>
    <message>
        <source>The second reader sent something that cannot be understood: press Retry.</source>
        <comment>worker.not_understood</comment>
        <translation>El segundo lector envió algo que no se puede entender: pulse Reintentar.</translation>
    </message>
    <message>
        <source>The second reader does not answer: press Retry.</source>
        <comment>worker.silent</comment>
        <translation>El segundo lector no responde: pulse Reintentar.</translation>
    </message>
    <message>
        <source>The second reader cannot be started: install Hemoscope again, then press Retry.</source>
        <comment>worker.not_started</comment>
        <translation>No se puede iniciar el segundo lector: instale Hemoscope de nuevo y pulse Reintentar.</translation>
    </message>
    <message>
        <source>The second reader stopped unexpectedly, perhaps for want of memory: close other programs and press Retry.</source>
        <comment>worker.stopped</comment>
        <translation>El segundo lector se detuvo inesperadamente, quizá por falta de memoria: cierre otros programas y pulse Reintentar.</translation>
    </message>
    <message>
        <source>The model&apos;s folder has a name that the second reader cannot be told: rename it.</source>
        <comment>worker.folder_name</comment>
        <translation>El nombre de la carpeta del modelo no se puede comunicar al segundo lector: cámbielo.</translation>
    </message>
    <message>
        <source>There is not enough memory for these images: close other programs.</source>
        <comment>memory.images</comment>
        <translation>No hay memoria suficiente para estas imágenes: cierre otros programas.</translation>
    </message>
    <message>
        <source>There is not enough memory for the second reader: close other programs.</source>
        <comment>memory.reader</comment>
        <translation>No hay memoria suficiente para el segundo lector: cierre otros programas.</translation>
    </message>
    <message>
        <source>There is not enough memory for this archive: close other programs.</source>
        <comment>memory.archive</comment>
        <translation>No hay memoria suficiente para este archivo ZIP: cierre otros programas.</translation>
    </message>
    <message>
        <source>There is not enough memory for this: close other programs and try again.</source>
        <comment>memory.any</comment>
        <translation>No hay memoria suficiente para esto: cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%^1: the best of %2 series for the second reader.</source>
        <comment>best.ideal</comment>
        <translation>%^1: la mejor de %2 series para el segundo lector.</translation>
    </message>
    <message>
        <source>%^1: the only series with slices.</source>
        <comment>best.ideal_only</comment>
        <translation>%^1: la única serie con cortes.</translation>
    </message>
    <message>
        <source>The best of %1 series for the second reader.</source>
        <comment>best.plain</comment>
        <translation>La mejor de %1 series para el segundo lector.</translation>
    </message>
    <message>
        <source>The only series with slices.</source>
        <comment>best.plain_only</comment>
        <translation>La única serie con cortes.</translation>
    </message>
    <message>
        <source>The best of %1 series for the second reader, yet not ideal: %2.</source>
        <comment>best.not_ideal</comment>
        <translation>La mejor de %1 series para el segundo lector, aunque no ideal: %2.</translation>
    </message>
    <message>
        <source>The only series with slices; %1.</source>
        <comment>best.not_ideal_only</comment>
        <translation>La única serie con cortes; %1.</translation>
    </message>
    <message>
        <source>axial</source>
        <comment>fact.axial</comment>
        <translation>axial</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <comment>fact.thickness</comment>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>soft kernel</source>
        <comment>fact.soft_kernel</comment>
        <translation>kernel blando</translation>
    </message>
    <message>
        <source>without contrast</source>
        <comment>fact.no_contrast</comment>
        <translation>sin contraste</translation>
    </message>
    <message>
        <source>no contrast named</source>
        <comment>fact.no_contrast_named</comment>
        <translation>contraste no indicado</translation>
    </message>
    <message>
        <source>coronal slices</source>
        <comment>objection.coronal</comment>
        <translation>cortes coronales</translation>
    </message>
    <message>
        <source>sagittal slices</source>
        <comment>objection.sagittal</comment>
        <translation>cortes sagitales</translation>
    </message>
    <message>
        <source>left and right unknown</source>
        <comment>objection.sides</comment>
        <translation>izquierda y derecha desconocidas</translation>
    </message>
    <message>
        <source>slices %1 mm apart</source>
        <comment>objection.apart</comment>
        <translation>cortes cada %1 mm</translation>
    </message>
    <message>
        <source>bone kernel</source>
        <comment>objection.bone_kernel</comment>
        <translation>kernel óseo</translation>
    </message>
    <message>
        <source>a perfusion scan</source>
        <comment>objection.perfusion</comment>
        <translation>exploración de perfusión</translation>
    </message>
    <message>
        <source>with contrast</source>
        <comment>objection.contrast</comment>
        <translation>con contraste</translation>
    </message>
    <message numerus="yes">
        <source>only %1 slices</source>
        <comment>objection.few_slices</comment>
        <translation>
            <numerusform>un solo corte</numerusform>
            <numerusform>solo %1 cortes</numerusform>
        </translation>
    </message>
    <message>
        <source>not marked as CT</source>
        <comment>objection.not_ct</comment>
        <translation>no marcada como CT</translation>
    </message>
    <message>
        <source>not a plain head scan</source>
        <comment>objection.not_head</comment>
        <translation>no es exploración de cráneo corriente</translation>
    </message>
    <message>
        <source>monoenergetic</source>
        <comment>special.monoenergetic</comment>
        <translation>monoenergética</translation>
    </message>
    <message>
        <source>material map</source>
        <comment>special.material</comment>
        <translation>mapa de material</translation>
    </message>
    <message>
        <source>virtual without contrast</source>
        <comment>special.virtual_native</comment>
        <translation>virtual sin contraste</translation>
    </message>
    <message>
        <source>maximum intensity</source>
        <comment>special.maximum</comment>
        <translation>intensidad máxima</translation>
    </message>
    <message>
        <source>minimum intensity</source>
        <comment>special.minimum</comment>
        <translation>intensidad mínima</translation>
    </message>
    <message>
        <source>dual energy</source>
        <comment>special.dual_energy</comment>
        <translation>energía dual</translation>
    </message>
    <message>
        <source>three-dimensional picture</source>
        <comment>special.picture</comment>
        <translation>imagen tridimensional</translation>
    </message>
    <message>
        <source>bone removed</source>
        <comment>special.boneless</comment>
        <translation>sin hueso</translation>
    </message>
    <message>
        <source>subtracted</source>
        <comment>special.subtracted</comment>
        <translation>sustraída</translation>
    </message>
    <message>
        <source>perfusion map</source>
        <comment>special.perfusion</comment>
        <translation>mapa de perfusión</translation>
    </message>
    <message>
        <source>curved reformat</source>
        <comment>special.curved</comment>
        <translation>reconstrucción curva</translation>
    </message>
    <message>
        <source>no plain image</source>
        <comment>special.no_image</comment>
        <translation>no es imagen corriente</translation>
    </message>
    <message>
        <source>These are projections made from a CT: open the series they were made from.</source>
        <comment>kind.projections</comment>
        <translation>Son proyecciones hechas a partir de una TC: abra la serie de la que proceden.</translation>
    </message>
    <message>
        <source>These are reformats made from a CT: open the series they were made from.</source>
        <comment>kind.reformats</comment>
        <translation>Son reconstrucciones multiplanares hechas a partir de una TC: abra la serie de la que proceden.</translation>
    </message>
    <message>
        <source>These are renderings made from a CT: open the series they were made from.</source>
        <comment>kind.renderings</comment>
        <translation>Son representaciones 3D hechas a partir de una TC: abra la serie de la que proceden.</translation>
    </message>
    <message>
        <source>These are pictures made from a CT: open the series they were made from.</source>
        <comment>kind.pictures</comment>
        <translation>Son imágenes hechas a partir de una TC: abra la serie de la que proceden.</translation>
    </message>
    <message>
        <source>These images are not marked as CT.</source>
        <comment>kind.not_ct</comment>
        <translation>Estas imágenes no están marcadas como CT.</translation>
    </message>
    <message>
        <source>These are %1 images: only CT can be opened.</source>
        <comment>kind.other_modality</comment>
        <translation>Son imágenes de modalidad %1: solo se puede abrir TC.</translation>
    </message>
    <message>
        <source>The grey values come with a lookup table instead of a scale to HU: they cannot be opened.</source>
        <comment>kind.lookup_table</comment>
        <translation>Los valores de gris vienen con una tabla de consulta en vez de una escala a HU: no se pueden abrir.</translation>
    </message>
    <message>
        <source>These are maps computed from CT, and their values are no Hounsfield units: %1.</source>
        <comment>kind.other_quantity</comment>
        <translation>Son mapas calculados a partir de TC y sus valores no son unidades Hounsfield: %1.</translation>
    </message>
    <message>
        <source>These frames name no scale to HU, though others of the same object do: they cannot be opened.</source>
        <comment>kind.frames_lack_scale</comment>
        <translation>Estos fotogramas no indican una escala a HU, aunque otros del mismo objeto sí: no se pueden abrir.</translation>
    </message>
    <message>
        <source>The values of these images are no Hounsfield units, but &quot;%1&quot;.</source>
        <comment>kind.other_unit</comment>
        <translation>Los valores de estas imágenes no son unidades Hounsfield, sino &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>These images show densities (kernel %1): their values are no Hounsfield units.</source>
        <comment>kind.densities</comment>
        <translation>Estas imágenes muestran densidades (kernel %1): sus valores no son unidades Hounsfield.</translation>
    </message>
    <message>
        <source>These images hold inverted greys without a scale to HU: they cannot be opened.</source>
        <comment>kind.inverted</comment>
        <translation>Estas imágenes contienen grises invertidos sin escala a HU: no se pueden abrir.</translation>
    </message>
    <message>
        <source>This multi-frame object does not say where its frames lie: export it as single CT images.</source>
        <comment>kind.frames_unplaced</comment>
        <translation>Este objeto multifotograma no dice dónde están sus fotogramas: expórtelo como imágenes de TC individuales.</translation>
    </message>
    <message>
        <source>This is a scout, a single overview image.</source>
        <comment>kind.scout</comment>
        <translation>Es un localizador, una sola imagen de conjunto.</translation>
    </message>
    <message>
        <source>This is a secondary capture, a picture made from other images.</source>
        <comment>kind.secondary_capture</comment>
        <translation>Es una captura secundaria, una imagen hecha a partir de otras.</translation>
    </message>
    <message>
        <source>These are colour pictures without CT values.</source>
        <comment>kind.colour</comment>
        <translation>Son imágenes en color sin valores de TC.</translation>
    </message>
    <message>
        <source>These images are %1 bits deep, where CT has 16: they hold no CT values.</source>
        <comment>kind.bits</comment>
        <translation>Estas imágenes tienen %1 bits de profundidad, cuando la TC tiene 16: no contienen valores de TC.</translation>
    </message>
    <message>
        <source>The positions, directions or pixel sizes in these files are damaged: they cannot be opened.</source>
        <comment>kind.damaged_geometry</comment>
        <translation>Las posiciones, direcciones o tamaños de píxel de estos archivos están dañados: no se pueden abrir.</translation>
    </message>
    <message>
        <source>These images hold only two values: they are a drawing made for other images, no CT.</source>
        <comment>kind.two_values</comment>
        <translation>Estas imágenes contienen solo dos valores: son un dibujo hecho para otras imágenes, no una TC.</translation>
    </message>
    <message>
        <source>These images are compressed with %1 (%2), which cannot be read: export them uncompressed.</source>
        <comment>compression.known</comment>
        <translation>Estas imágenes están comprimidas con %1 (%2), que no se puede leer: expórtelas sin comprimir.</translation>
    </message>
    <message>
        <source>These images are stored in a private or unknown way (%1), which cannot be read: export them uncompressed.</source>
        <comment>compression.unknown</comment>
        <translation>Estas imágenes están guardadas de un modo privado o desconocido (%1), que no se puede leer: expórtelas sin comprimir.</translation>
    </message>
    <message>
        <source>no valid UID</source>
        <comment>compression.no_uid</comment>
        <translation>sin UID válido</translation>
    </message>
    <message>
        <source>These images are compressed in a way that cannot be read.</source>
        <comment>compression.unreadable</comment>
        <translation>Estas imágenes están comprimidas de un modo que no se puede leer.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>place.along</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>place.unnamed</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>at %1 mm</source>
        <comment>place.at</comment>
        <translation>en %1 mm</translation>
    </message>
    <message>
        <source>between %1 and %2 mm</source>
        <comment>place.between</comment>
        <translation>entre %1 y %2 mm</translation>
    </message>
    <message numerus="yes">
        <source>%1 slices are missing %2: expected a slice every %3 mm, found %4 mm.</source>
        <comment>gap.slices</comment>
        <translation>
            <numerusform>%1 corte falta %2: separación esperada %3 mm, encontrada %4 mm.</numerusform>
            <numerusform>%1 cortes faltan %2: separación esperada %3 mm, encontrada %4 mm.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was scanned %1: expected a slice every %2 mm, found %3 mm.</source>
        <comment>gap.nothing</comment>
        <translation>No se exploró nada %1: separación esperada entre cortes %2 mm, encontrada %3 mm.</translation>
    </message>
    <message>
        <source>%1 mm %2</source>
        <comment>spacing.step</comment>
        <translation>%1 mm %2</translation>
    </message>
    <message>
        <source>Slice spacing changes from %1 to %2 mm at %3 mm</source>
        <comment>spacing.change</comment>
        <translation>La separación entre cortes cambia de %1 a %2 mm en %3 mm</translation>
    </message>
    <message>
        <source>with one step of %1</source>
        <comment>spacing.odd_step</comment>
        <translation>con un paso de %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>spacing.changes</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Slice spacing is uneven: expected %1 mm, found %2.</source>
        <comment>spacing.uneven</comment>
        <translation>La separación entre cortes es irregular: esperada %1 mm, encontrada %2.</translation>
    </message>
    <message>
        <source>Slice spacing is uneven: expected %1 mm, found %2 to %3 mm %4.</source>
        <comment>spacing.uneven_range</comment>
        <translation>La separación entre cortes es irregular: esperada %1 mm, encontrada de %2 a %3 mm %4.</translation>
    </message>
    <message>
        <source>Gantry tilt %1°: axial slices are shown as scanned, the other views are straightened, and slices are as far apart as the table moved.</source>
        <comment>stack.tilt</comment>
        <translation>Inclinación del gantry %1°: los cortes axiales se muestran como se adquirieron, las otras vistas se enderezan, y los cortes distan lo que avanzó la mesa.</translation>
    </message>
    <message>
        <source>Slices are shifted sideways against each other by up to %1 mm; each is shown where its file says it lies.</source>
        <comment>stack.sideways</comment>
        <translation>Los cortes están desplazados lateralmente entre sí hasta %1 mm; cada uno se muestra donde indica su archivo.</translation>
    </message>
    <message>
        <source>The stack leans sideways by %1°: axial slices are shown as scanned, the other views are straightened.</source>
        <comment>stack.leans</comment>
        <translation>La pila se inclina %1° hacia un lado: los cortes axiales se muestran como se adquirieron y las otras vistas se enderezan.</translation>
    </message>
    <message numerus="yes">
        <source>%1 images name no position and are left out.</source>
        <comment>order.no_position</comment>
        <translation>
            <numerusform>Una imagen no indica su posición y se omite.</numerusform>
            <numerusform>%1 imágenes no indican su posición y se omiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file names no position: where the slice lies in the head is unknown.</source>
        <comment>order.one_slice</comment>
        <translation>El archivo no indica la posición: se desconoce dónde está el corte en la cabeza.</translation>
    </message>
    <message>
        <source>The files name one position for all slices: slices are ordered by their slice location, so top and bottom may be swapped.</source>
        <comment>order.same_by_location</comment>
        <translation>Los archivos indican una misma posición para todos los cortes: los cortes se ordenan por su localización (slice location), así que arriba y abajo pueden estar intercambiados.</translation>
    </message>
    <message>
        <source>The files name no positions: slices are ordered by their slice location, so top and bottom may be swapped.</source>
        <comment>order.none_by_location</comment>
        <translation>Los archivos no indican posiciones: los cortes se ordenan por su localización (slice location), así que arriba y abajo pueden estar intercambiados.</translation>
    </message>
    <message>
        <source>The files name one position for all slices: slices are ordered by image number, %1 mm apart is assumed, and top and bottom may be swapped.</source>
        <comment>order.same_by_number</comment>
        <translation>Los archivos indican una misma posición para todos los cortes: los cortes se ordenan por número de imagen, se supone una separación de %1 mm, y arriba y abajo pueden estar intercambiados.</translation>
    </message>
    <message>
        <source>The files name no positions: slices are ordered by image number, %1 mm apart is assumed, and top and bottom may be swapped.</source>
        <comment>order.none_by_number</comment>
        <translation>Los archivos no indican posiciones: los cortes se ordenan por número de imagen, se supone una separación de %1 mm, y arriba y abajo pueden estar intercambiados.</translation>
    </message>
    <message>
        <source>The files name one position for all slices: slices are ordered by the names of their files, %1 mm apart is assumed, and top and bottom may be swapped.</source>
        <comment>order.same_by_name</comment>
        <translation>Los archivos indican una misma posición para todos los cortes: los cortes se ordenan por los nombres de sus archivos, se supone una separación de %1 mm, y arriba y abajo pueden estar intercambiados.</translation>
    </message>
    <message>
        <source>The files name no positions: slices are ordered by the names of their files, %1 mm apart is assumed, and top and bottom may be swapped.</source>
        <comment>order.none_by_name</comment>
        <translation>Los archivos no indican posiciones: los cortes se ordenan por los nombres de sus archivos, se supone una separación de %1 mm, y arriba y abajo pueden estar intercambiados.</translation>
    </message>
    <message>
        <source>The files name no directions: left and right are assumed, not known, so the views show no letters.</source>
        <comment>order.no_directions</comment>
        <translation>Los archivos no indican direcciones: izquierda y derecha se suponen, no se conocen, así que las vistas no muestran letras.</translation>
    </message>
    <message numerus="yes">
        <source>%1 images lie in the same place as another (%2) and are left out: the first by image number is shown.</source>
        <comment>order.repeats</comment>
        <translation>
            <numerusform>Una imagen está en el mismo lugar que otra (%2) y se omite: se muestra la primera por número de imagen.</numerusform>
            <numerusform>%1 imágenes están en el mismo lugar que otra (%2) y se omiten: se muestra la primera por número de imagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files are copies of others in another folder and are left out.</source>
        <comment>copies.other_folder</comment>
        <translation>
            <numerusform>%1 archivo es copia de otro en otra carpeta y se omite.</numerusform>
            <numerusform>%1 archivos son copias de otros en otra carpeta y se omiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files are copies of others under another name and are left out.</source>
        <comment>copies.other_name</comment>
        <translation>
            <numerusform>%1 archivo es copia de otro con otro nombre y se omite.</numerusform>
            <numerusform>%1 archivos son copias de otros con otro nombre y se omiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files are copies of others (%2) in another folder and are left out.</source>
        <comment>copies.other_folder_at</comment>
        <translation>
            <numerusform>%1 archivo es copia de otro (%2) en otra carpeta y se omite.</numerusform>
            <numerusform>%1 archivos son copias de otros (%2) en otra carpeta y se omiten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 files are copies of others (%2) under another name and are left out.</source>
        <comment>copies.other_name_at</comment>
        <translation>
            <numerusform>%1 archivo es copia de otro (%2) con otro nombre y se omite.</numerusform>
            <numerusform>%1 archivos son copias de otros (%2) con otro nombre y se omiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of several patients or days share the UIDs of one series: each is shown as a series of its own.</source>
        <comment>identity.several_people</comment>
        <translation>Archivos de varios pacientes o días comparten los UID de una serie: los de cada uno se muestran como serie propia.</translation>
    </message>
    <message>
        <source>Every image number is there twice, and the slices lie between each other: two scans that share their UIDs are shown as two series. Make sure whose they are.</source>
        <comment>identity.several_scans</comment>
        <translation>Cada número de imagen está dos veces, y los cortes se intercalan: dos exploraciones que comparten sus UID se muestran como dos series. Compruebe de quién son.</translation>
    </message>
    <message>
        <source>Each file names a series, study or frame of reference of its own: they are taken for one scan, as all else agrees.</source>
        <comment>identity.each_slice</comment>
        <translation>Cada archivo indica una serie, un estudio o un marco de referencia propios: se toman por una sola exploración, pues todo lo demás coincide.</translation>
    </message>
    <message>
        <source>Different pictures share one image UID: none is taken for a copy of another.</source>
        <comment>identity.shared_image</comment>
        <translation>Imágenes distintas comparten un mismo UID de imagen: ninguna se toma por copia de otra.</translation>
    </message>
    <message>
        <source>These images are not marked as CT: their values are taken as HU.</source>
        <comment>stack.not_ct</comment>
        <translation>Estas imágenes no están marcadas como CT: sus valores se toman como HU.</translation>
    </message>
    <message>
        <source>The files name no scale to HU: stored values are taken as HU.</source>
        <comment>stack.no_scale</comment>
        <translation>Los archivos no indican una escala a HU: los valores guardados se toman como HU.</translation>
    </message>
    <message>
        <source>The files name no slope of the scale to HU: 1 is taken.</source>
        <comment>stack.no_slope</comment>
        <translation>Los archivos no indican la pendiente de la escala a HU: se toma 1.</translation>
    </message>
    <message>
        <source>The files name no intercept of the scale to HU: 0 is taken.</source>
        <comment>stack.no_intercept</comment>
        <translation>Los archivos no indican la ordenada en el origen de la escala a HU: se toma 0.</translation>
    </message>
    <message>
        <source>The files do not say what their values are: they are taken as HU.</source>
        <comment>stack.no_unit</comment>
        <translation>Los archivos no dicen qué son sus valores: se toman como HU.</translation>
    </message>
    <message>
        <source>The files name no pixel size: 1 mm is assumed, so lengths and volumes cannot be trusted.</source>
        <comment>stack.no_pixel_size</comment>
        <translation>Los archivos no indican el tamaño de píxel: se supone 1 mm, así que las longitudes y los volúmenes no son fiables.</translation>
    </message>
    <message>
        <source>These images were compressed with loss: fine detail may be missing.</source>
        <comment>stack.lossy</comment>
        <translation>Estas imágenes se comprimieron con pérdida: pueden faltar detalles finos.</translation>
    </message>
    <message numerus="yes">
        <source>%1 images are announced by the files and not there: copy them again from their source.</source>
        <comment>stack.missing_frames</comment>
        <translation>
            <numerusform>Una imagen que anuncian los archivos no está: cópielos de nuevo desde su origen.</numerusform>
            <numerusform>%1 imágenes que anuncian los archivos no están: cópielos de nuevo desde su origen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 images cannot be read and are left out: the stack has a gap there.</source>
        <comment>stack.lost</comment>
        <translation>
            <numerusform>Una imagen no se puede leer y se omite: la pila tiene ahí un hueco.</numerusform>
            <numerusform>%1 imágenes no se pueden leer y se omiten: la pila tiene ahí un hueco.</numerusform>
        </translation>
    </message>
    <message>
        <source>These images hold padding alone: there is nothing to see.</source>
        <comment>values.padding_alone</comment>
        <translation>Estas imágenes contienen solo relleno: no hay nada que ver.</translation>
    </message>
    <message>
        <source>The lowest value is %1 HU, so there is no air in these images: their scale may be wrong.</source>
        <comment>values.no_air</comment>
        <translation>El valor más bajo es %1 HU, así que no hay aire en estas imágenes: su escala puede ser errónea.</translation>
    </message>
    <message>
        <source>Values below zero were stored as very bright ones, so that air was brighter than bone: this was mended.</source>
        <comment>values.wrapped</comment>
        <translation>Los valores por debajo de cero se guardaron como muy brillantes, de modo que el aire era más brillante que el hueso: se ha corregido.</translation>
    </message>
    <message>
        <source>The header and the compressed pixels disagree on the sign or depth of the values: the reading that makes a smooth picture is shown.</source>
        <comment>values.conflict</comment>
        <translation>La cabecera y los píxeles comprimidos no coinciden en el signo o la profundidad de los valores: se muestra la interpretación que da una imagen sin saltos.</translation>
    </message>
    <message>
        <source>The files contradict themselves on the bits of a value: the reading that makes a smooth picture is shown.</source>
        <comment>values.contradiction</comment>
        <translation>Los archivos se contradicen sobre los bits de un valor: se muestra la interpretación que da una imagen sin saltos.</translation>
    </message>
    <message>
        <source>Some values are too large for CT and were cut off.</source>
        <comment>values.too_large</comment>
        <translation>Algunos valores son demasiado altos para una TC y se han recortado.</translation>
    </message>
    <message>
        <source>The files name a padding value that tissue has too: it is not used.</source>
        <comment>values.unused_padding</comment>
        <translation>Los archivos indican un valor de relleno que también tiene el tejido: no se usa.</translation>
    </message>
    <message>
        <source>Looking through the folder</source>
        <comment>stage.folder</comment>
        <translation>Examinando la carpeta</translation>
    </message>
    <message>
        <source>Looking through the files</source>
        <comment>stage.files</comment>
        <translation>Examinando los archivos</translation>
    </message>
    <message>
        <source>Making the series list</source>
        <comment>stage.series_list</comment>
        <translation>Creando la lista de series</translation>
    </message>
    <message>
        <source>Reading slices</source>
        <comment>stage.slices</comment>
        <translation>Leyendo cortes</translation>
    </message>
    <message>
        <source>Laying one head over the other</source>
        <comment>stage.heads</comment>
        <translation>Superponiendo las dos cabezas</translation>
    </message>
    <message>
        <source>Making pictures for the list</source>
        <comment>stage.pictures</comment>
        <translation>Creando imágenes para la lista</translation>
    </message>
    <message>
        <source>Starting the second reader</source>
        <comment>stage.reader</comment>
        <translation>Iniciando el segundo lector</translation>
    </message>
    <message>
        <source>Preparing reformats</source>
        <comment>stage.reformats</comment>
        <translation>Preparando reconstrucciones</translation>
    </message>
    <message>
        <source>Measuring findings</source>
        <comment>stage.findings</comment>
        <translation>Midiendo hallazgos</translation>
    </message>
    <message>
        <source>Writing slices</source>
        <comment>stage.writing</comment>
        <translation>Escribiendo cortes</translation>
    </message>
    <message>
        <source>Looking through the cases</source>
        <comment>stage.case_files</comment>
        <translation>Revisando los casos</translation>
    </message>
    <message>
        <source>Open a series first, then put another one beside it.</source>
        <comment>notice.nothing_open</comment>
        <translation>Abra primero una serie y luego ponga otra al lado.</translation>
    </message>
    <message>
        <source>This series is open already: choose another one to compare it with.</source>
        <comment>notice.open_already</comment>
        <translation>Esta serie ya está abierta: elija otra para compararla.</translation>
    </message>
    <message>
        <source>No other series of this patient is listed: add its folder with Ctrl+Shift+O, or choose a series in the list with Ctrl and a click.</source>
        <comment>notice.no_other</comment>
        <translation>No hay otra serie de este paciente en la lista: añada su carpeta con Ctrl+Mayús+O, o elija una serie de la lista con Ctrl y un clic.</translation>
    </message>
    <message>
        <source>The list has grown: compare with what was added, or choose a series in it.</source>
        <comment>notice.list_grown</comment>
        <translation>La lista ha crecido: compare con lo añadido o elija una serie en ella.</translation>
    </message>
    <message>
        <source>There is no CT stack here that can be opened: what was open stays open.</source>
        <comment>notice.nothing_added</comment>
        <translation>Aquí no hay ninguna pila de TC que se pueda abrir: lo que estaba abierto sigue abierto.</translation>
    </message>
    <message>
        <source>This folder has images, but no CT stack that can be opened: choose another folder.</source>
        <comment>notice.no_stack</comment>
        <translation>Esta carpeta tiene imágenes, pero ninguna pila de TC que se pueda abrir: elija otra carpeta.</translation>
    </message>
    <message>
        <source>This series brings no window of its own: choose a window preset.</source>
        <comment>notice.no_own_window</comment>
        <translation>Esta serie no trae ventana propia: elija una ventana predefinida.</translation>
    </message>
    <message>
        <source>The second reader answered for another series, so the answer is not shown: press Retry.</source>
        <comment>notice.other_series</comment>
        <translation>El segundo lector respondió por otra serie, así que la respuesta no se muestra: pulse Reintentar.</translation>
    </message>
    <message>
        <source>Your marks cannot be kept at the moment: make room on the disk, then change one of them.</source>
        <comment>notice.marks_not_kept</comment>
        <translation>Sus marcas no se pueden guardar en este momento: libere espacio en el disco y cambie después una de ellas.</translation>
    </message>
    <message>
        <source>Your reading cannot be kept at the moment: make room on the disk, then change it.</source>
        <comment>notice.verdict_not_kept</comment>
        <translation>Su lectura no se puede guardar en este momento: libere espacio en el disco y cámbiela después.</translation>
    </message>
    <message>
        <source>This reading cannot be kept in the log at the moment: make room on the disk, then revise it.</source>
        <comment>notice.log_not_kept</comment>
        <translation>Esta lectura no se puede guardar en el registro en este momento: libere espacio en el disco y modifíquela después.</translation>
    </message>
    <message numerus="yes">
        <source>The reading log is saved: %1 readings.</source>
        <comment>notice.log_saved</comment>
        <translation>
            <numerusform>El registro de lecturas se ha guardado: %1 lectura.</numerusform>
            <numerusform>El registro de lecturas se ha guardado: %1 lecturas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reading log cannot be saved there: choose another folder.</source>
        <comment>notice.log_not_saved</comment>
        <translation>El registro de lecturas no se puede guardar ahí: elija otra carpeta.</translation>
    </message>
    <message>
        <source>The reading log is empty now.</source>
        <comment>notice.log_cleared</comment>
        <translation>El registro de lecturas está ahora vacío.</translation>
    </message>
    <message>
        <source>The reading log cannot be emptied at the moment: close other windows of Hemoscope, then try again.</source>
        <comment>notice.log_not_cleared</comment>
        <translation>El registro de lecturas no se puede vaciar en este momento: cierre otras ventanas de Hemoscope e inténtelo de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>The truth of %1 studies is known now.</source>
        <comment>notice.truth_added</comment>
        <translation>
            <numerusform>Ya se conoce la respuesta correcta de %1 estudio.</numerusform>
            <numerusform>Ya se conoce la respuesta correcta de %1 estudios.</numerusform>
        </translation>
    </message>
    <message>
        <source>This table lacks the columns StudyInstanceUID and bleed (1 or 0): name them in its first line.</source>
        <comment>truth_table.columns</comment>
        <translation>A esta tabla le faltan las columnas StudyInstanceUID y bleed (1 o 0): nómbrelas en su primera línea.</translation>
    </message>
    <message>
        <source>Line %1 of the table does not give a study and 1 or 0 for bleed: mend it and try again.</source>
        <comment>truth_table.row</comment>
        <translation>La línea %1 de la tabla no da un estudio y 1 o 0 para la hemorragia (bleed): corríjala e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Line %1 of the table says of a study the contrary of a line before it: mend it and try again.</source>
        <comment>truth_table.both</comment>
        <translation>La línea %1 de la tabla dice de un estudio lo contrario que una línea anterior: corríjala e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This table cannot be opened: choose another file.</source>
        <comment>truth_table.unreadable</comment>
        <translation>Esta tabla no se puede abrir: elija otro archivo.</translation>
    </message>
    <message>
        <source>This needs cases with a bleed and without, read in every way by every reader: add the truth from a table first.</source>
        <comment>notice.nothing_to_compare</comment>
        <translation>Para esto hacen falta casos con hemorragia y sin ella, leídos en cada modo por cada lector: añada antes la respuesta correcta con una tabla.</translation>
    </message>
    <message>
        <source>Making twelve drawn heads to learn from: this once it takes up to a minute.</source>
        <comment>stage.cases</comment>
        <translation>Creando doce cabezas dibujadas para aprender: solo esta vez tarda hasta un minuto.</translation>
    </message>
    <message>
        <source>The case is in the collection: open it with &quot;Learn from a collection of cases&quot;.</source>
        <comment>notice.case_added</comment>
        <translation>El caso está en la colección: ábrala con &quot;Aprender con una colección de casos&quot;.</translation>
    </message>
    <message>
        <source>A bleed is being drawn into a copy of the scan.</source>
        <comment>stage.drawing_bleed</comment>
        <translation>Se está dibujando una hemorragia en una copia de la exploración.</translation>
    </message>
    <message>
        <source>No brain closed in by bone was found here: choose a head CT of axial slices.</source>
        <comment>drawn.no_brain</comment>
        <translation>Aquí no se encontró un cerebro rodeado de hueso: elija una TC de cráneo de cortes axiales.</translation>
    </message>
    <message>
        <source>There is no brain at the crosshair: move it into the head and try again.</source>
        <comment>drawn.not_in_brain</comment>
        <translation>No hay cerebro en la cruz: muévala dentro de la cabeza e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is no room for such a bleed here: choose another place or a smaller one.</source>
        <comment>drawn.no_room</comment>
        <translation>Aquí no hay sitio para esa hemorragia: elija otro lugar o una más pequeña.</translation>
    </message>
    <message>
        <source>A surprise</source>
        <comment>lesson.surprise_title</comment>
        <translation>Una sorpresa</translation>
    </message>
    <message>
        <source>A bleed was drawn into this scan, or none. Is there one, and where?</source>
        <comment>lesson.surprise_question</comment>
        <translation>En esta exploración se dibujó una hemorragia, o ninguna. ¿Hay alguna? ¿Dónde?</translation>
    </message>
    <message>
        <source>For whoever may see the scan that it was drawn into</source>
        <comment>lesson.surprise_licence</comment>
        <translation>Para quien pueda ver la exploración en la que se dibujó</translation>
    </message>
    <message>
        <source>This folder has no cases.json: choose the folder of a collection of cases.</source>
        <comment>lesson.no_file</comment>
        <translation>Esta carpeta no tiene cases.json: elija la carpeta de una colección de casos.</translation>
    </message>
    <message>
        <source>This archive has no cases.json, or more than one: choose a packed collection of cases.</source>
        <comment>lesson.no_file_in_archive</comment>
        <translation>Este archivo ZIP no tiene cases.json, o tiene más de uno: elija una colección de casos comprimida.</translation>
    </message>
    <message>
        <source>The collection cannot be unpacked: make room on the disk, or unpack it yourself and choose its folder.</source>
        <comment>lesson.not_unpacked</comment>
        <translation>La colección no se puede descomprimir: libere espacio en el disco, o descomprímala usted y elija su carpeta.</translation>
    </message>
    <message>
        <source>This cases.json cannot be read: it is no JSON object.</source>
        <comment>lesson.no_json</comment>
        <translation>Este cases.json no se puede leer: no es un objeto JSON.</translation>
    </message>
    <message>
        <source>This cases.json needs a &quot;title&quot; and at least one of &quot;cases&quot;.</source>
        <comment>lesson.nothing</comment>
        <translation>Este cases.json necesita un &quot;title&quot; y al menos uno de &quot;cases&quot;.</translation>
    </message>
    <message>
        <source>Case %1 in cases.json is wrong in &quot;%2&quot;: mend it and open the collection again.</source>
        <comment>lesson.field</comment>
        <translation>El caso %1 de cases.json tiene un error en &quot;%2&quot;: corríjalo y abra la colección de nuevo.</translation>
    </message>
    <message>
        <source>Case %1 in cases.json has the series of a case before it: give it its own.</source>
        <comment>lesson.series_twice</comment>
        <translation>El caso %1 de cases.json tiene la serie de un caso anterior: dele una propia.</translation>
    </message>
    <message>
        <source>Mend %1 faults in cases.json and open the collection again: %2.</source>
        <comment>lesson.faults</comment>
        <translation>Corrija %1 errores en cases.json y abra la colección de nuevo: %2.</translation>
    </message>
    <message>
        <source>case %1 is wrong in &quot;%2&quot;</source>
        <comment>lesson.fault_field</comment>
        <translation>el caso %1 tiene un error en &quot;%2&quot;</translation>
    </message>
    <message>
        <source>case %1 has the series of a case before it</source>
        <comment>lesson.fault_series_twice</comment>
        <translation>el caso %1 tiene la serie de un caso anterior</translation>
    </message>
    <message>
        <source>the series of case %1 is not in the folder</source>
        <comment>lesson.fault_series_gone</comment>
        <translation>la serie del caso %1 no está en la carpeta</translation>
    </message>
    <message>
        <source>The series of case %1 is not in the folder: put it back and open the collection again.</source>
        <comment>lesson.series_gone</comment>
        <translation>La serie del caso %1 no está en la carpeta: devuélvala y abra la colección de nuevo.</translation>
    </message>
    <message>
        <source>The case cannot be written there: choose another folder.</source>
        <comment>lesson.not_written</comment>
        <translation>El caso no se puede escribir ahí: elija otra carpeta.</translation>
    </message>
    <message>
        <source>The model %1 is not there any more, and %2 reads: choose a model in the card of the second reader.</source>
        <comment>notice.model_gone</comment>
        <translation>El modelo %1 ya no está y lee %2: elija un modelo en la tarjeta del segundo lector.</translation>
    </message>
    <message>
        <source>The model %1 is added, and reads from now on.</source>
        <comment>notice.model_added</comment>
        <translation>El modelo %1 está añadido y lee desde ahora.</translation>
    </message>
    <message>
        <source>The model cannot be copied to your models: make room on the disk and try again.</source>
        <comment>notice.model_not_added</comment>
        <translation>El modelo no se puede copiar a sus modelos: libere espacio en el disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Another model is called %1 already: give this one&apos;s folder another name.</source>
        <comment>notice.model_there</comment>
        <translation>Otro modelo ya se llama %1: dé otro nombre a la carpeta de este.</translation>
    </message>
    <message>
        <source>Accept or reject this finding first, or say that you are unsure: then it takes your words.</source>
        <comment>notice.decide_first</comment>
        <translation>Primero acepte o rechace este hallazgo, o diga que duda: entonces admite sus palabras.</translation>
    </message>
    <message>
        <source>Choose the brush first: these keys make it smaller and larger.</source>
        <comment>notice.no_brush</comment>
        <translation>Elija primero el pincel: estas teclas lo hacen más pequeño y más grande.</translation>
    </message>
    <message>
        <source>This site&apos;s settings name a way of reading that is not known (%1): you read first, then the second reader is shown.</source>
        <comment>notice.way_unknown</comment>
        <translation>Los ajustes de este centro nombran un modo de lectura desconocido (%1): primero lee usted y luego se muestra el segundo lector.</translation>
    </message>
    <message>
        <source>The middle of this head is not known: its skull is not seen closed in enough slices.</source>
        <comment>notice.no_middle</comment>
        <translation>No se conoce la línea media de esta cabeza: el cráneo no se ve cerrado en suficientes cortes.</translation>
    </message>
    <message>
        <source>The canthomeatal line was not found: both orbits and an ear canal must be seen whole. Turn the planes by hand.</source>
        <comment>notice.no_canthomeatal</comment>
        <translation>No se encontró la línea cantomeatal: ambas órbitas y un conducto auditivo deben verse enteros. Gire los planos a mano.</translation>
    </message>
    <message>
        <source>The canthomeatal line is still being looked for: try again in a moment.</source>
        <comment>notice.canthomeatal_later</comment>
        <translation>Aún se está buscando la línea cantomeatal: vuelva a intentarlo en un momento.</translation>
    </message>
    <message>
        <source>This finding does not lie along the skull: measure it with L, or ABC/2 with Shift+B.</source>
        <comment>notice.not_along_skull</comment>
        <translation>Este hallazgo no está a lo largo del cráneo: mídalo con L, o ABC/2 con Mayús+B.</translation>
    </message>
    <message>
        <source>There is nothing to take off: put an earlier study beside this one with B first.</source>
        <comment>notice.nothing_beside</comment>
        <translation>No hay nada que restar: ponga antes un estudio previo al lado de este con B.</translation>
    </message>
    <message>
        <source>No other series stands beside this one: put one there with B first.</source>
        <comment>notice.none_beside</comment>
        <translation>No hay otra serie al lado de esta: póngala antes con B.</translation>
    </message>
    <message>
        <source>The other series is still being read: try again in a moment.</source>
        <comment>notice.beside_later</comment>
        <translation>La otra serie aún se está leyendo: inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>No finding of the second reader is here: N goes to the next one, if there is one.</source>
        <comment>notice.no_finding_here</comment>
        <translation>Aquí no hay ningún hallazgo del segundo lector: N va al siguiente, si lo hay.</translation>
    </message>
    <message>
        <source>There is no volume under the brush: put it on one to take away from it.</source>
        <comment>notice.nothing_to_take_away</comment>
        <translation>No hay ningún volumen bajo el pincel: póngalo sobre uno para borrar.</translation>
    </message>
    <message>
        <source>The two series do not lie upon each other yet: link them with J to see what differs.</source>
        <comment>notice.not_laid</comment>
        <translation>Las dos series aún no están superpuestas: vincúlelas con J para ver qué difiere.</translation>
    </message>
    <message>
        <source>Finding the middle of the head</source>
        <comment>stage.middle</comment>
        <translation>Buscando la línea media de la cabeza</translation>
    </message>
    <message>
        <source>Looking for blood</source>
        <comment>stage.blood</comment>
        <translation>Buscando sangre</translation>
    </message>
    <message>
        <source>There is no blood of %1 to %2 HU and 3 mm at this place: click into its densest part, or paint it with the brush.</source>
        <comment>notice.no_blood_here</comment>
        <translation>En este lugar no hay sangre de %1 a %2 HU y 3 mm: haga clic en su parte más densa, o píntela con el pincel.</translation>
    </message>
    <message>
        <source>The phantom cannot be made: make room on the disk and try again.</source>
        <comment>notice.no_phantom</comment>
        <translation>No se puede crear el maniquí: libere espacio en el disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Blood thinner than 3 mm is not in it, as along the bone: look at its rim and paint what lacks.</source>
        <comment>notice.thin_blood_left_out</comment>
        <translation>No incluye sangre de menos de 3 mm de grosor, como la que sigue el hueso: mire su borde y pinte lo que falte.</translation>
    </message>
    <message>
        <source>No finding here has measured blood: draw a length, or a volume by a click into the blood.</source>
        <comment>notice.nothing_outlined</comment>
        <translation>Ningún hallazgo tiene aquí sangre medida: trace una longitud, o un volumen con un clic en la sangre.</translation>
    </message>
    <message>
        <source>You have rejected every finding: Ctrl+Z takes the last one back.</source>
        <comment>notice.all_rejected</comment>
        <translation>Usted ha rechazado todos los hallazgos: Ctrl+Z recupera el último.</translation>
    </message>
    <message>
        <source>This series is still being read: add a finding of your own when all of it is here.</source>
        <comment>notice.own_finding_later</comment>
        <translation>Esta serie aún se está leyendo: añada un hallazgo propio cuando esté entera.</translation>
    </message>
    <message>
        <source>Your own reading comes first: give it with Q, then add findings of your own.</source>
        <comment>notice.own_finding_after</comment>
        <translation>Primero su propia lectura: dela con Q y después añada hallazgos propios.</translation>
    </message>
    <message>
        <source>A blind reading has no findings: show the places in your own reading with Q.</source>
        <comment>notice.own_finding_blind</comment>
        <translation>Una lectura ciega no tiene hallazgos: muestre los lugares en su propia lectura con Q.</translation>
    </message>
    <message>
        <source>A phantom is being made.</source>
        <comment>notice.making_phantom</comment>
        <translation>Se está creando un maniquí.</translation>
    </message>
    <message>
        <source>The picture is saved.</source>
        <comment>notice.picture_saved</comment>
        <translation>La imagen se ha guardado.</translation>
    </message>
    <message numerus="yes">
        <source>%1 pictures are saved.</source>
        <comment>notice.slices_saved</comment>
        <translation>
            <numerusform>Se ha guardado %1 imagen.</numerusform>
            <numerusform>Se han guardado %1 imágenes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The moving picture is saved: %1 slices.</source>
        <comment>notice.moving_picture_saved</comment>
        <translation>
            <numerusform>La imagen animada se ha guardado: %1 corte.</numerusform>
            <numerusform>La imagen animada se ha guardado: %1 cortes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures of this series are in that folder already: choose another one.</source>
        <comment>notice.slices_there</comment>
        <translation>En esa carpeta ya hay imágenes de esta serie: elija otra.</translation>
    </message>
    <message>
        <source>The picture is copied.</source>
        <comment>notice.picture_copied</comment>
        <translation>La imagen se ha copiado.</translation>
    </message>
    <message>
        <source>The picture cannot be saved there: choose another folder.</source>
        <comment>notice.picture_not_saved</comment>
        <translation>La imagen no se puede guardar ahí: elija otra carpeta.</translation>
    </message>
    <message>
        <source>Only files and folders of this computer can be opened: save them here first.</source>
        <comment>notice.local_only</comment>
        <translation>Solo se pueden abrir archivos y carpetas de este ordenador: guárdelos antes aquí.</translation>
    </message>
    <message>
        <source>Drop here to add this to the list; on the pictures it replaces the list.</source>
        <comment>notice.drop_adds</comment>
        <translation>Suelte aquí para añadir esto a la lista; sobre las imágenes sustituye la lista.</translation>
    </message>
    <message>
        <source>Drop here to open this instead; on the list of studies it is added.</source>
        <comment>notice.drop_replaces</comment>
        <translation>Suelte aquí para abrir esto en su lugar; sobre la lista de estudios se añade.</translation>
    </message>
    <message>
        <source>No display for the volume view: start the program in a desktop session.</source>
        <comment>volume_view.no_display</comment>
        <translation>No hay pantalla para la vista de volumen: inicie el programa en una sesión de escritorio.</translation>
    </message>
    <message>
        <source>One slice has no volume to look at: open the whole series.</source>
        <comment>volume_view.one_slice</comment>
        <translation>Un solo corte no tiene volumen que ver: abra la serie completa.</translation>
    </message>
    <message>
        <source>Nothing here is dense enough for this view: choose another.</source>
        <comment>volume_view.nothing_dense</comment>
        <translation>Aquí nada es lo bastante denso para esta vista: elija otra.</translation>
    </message>
    <message>
        <source>There is not enough memory for the volume view: close other programs.</source>
        <comment>volume_view.memory</comment>
        <translation>No hay memoria suficiente para la vista de volumen: cierre otros programas.</translation>
    </message>
    <message>
        <source>A window preset has no width: mend the presets file.</source>
        <comment>presets.no_width</comment>
        <translation>Una ventana predefinida no tiene ancho: corrija el archivo de ventanas predefinidas.</translation>
    </message>
    <message>
        <source>The window presets file cannot be read: restore it from the program&apos;s own.</source>
        <comment>presets.unreadable</comment>
        <translation>El archivo de ventanas predefinidas no se puede leer: restáurelo desde el del programa.</translation>
    </message>
    <message>
        <source>The slices of this series lie too far apart sideways for the other views: read it in the axial view.</source>
        <comment>reformat.sideways</comment>
        <translation>Los cortes de esta serie están demasiado desplazados lateralmente para las otras vistas: léala en la vista axial.</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>words.name</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>words.two_sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>words.comma</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>words.and</comment>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <comment>words.stopped</comment>
        <translation>Detenido.</translation>
    </message>
    <message>
        <source>No</source>
        <comment>number.0</comment>
        <translation>Cero</translation>
    </message>
    <message>
        <source>One</source>
        <comment>number.1</comment>
        <translation>Un</translation>
    </message>
    <message>
        <source>Two</source>
        <comment>number.2</comment>
        <translation>Dos</translation>
    </message>
    <message>
        <source>Three</source>
        <comment>number.3</comment>
        <translation>Tres</translation>
    </message>
    <message>
        <source>Four</source>
        <comment>number.4</comment>
        <translation>Cuatro</translation>
    </message>
    <message>
        <source>Five</source>
        <comment>number.5</comment>
        <translation>Cinco</translation>
    </message>
    <message>
        <source>Six</source>
        <comment>number.6</comment>
        <translation>Seis</translation>
    </message>
    <message>
        <source>Seven</source>
        <comment>number.7</comment>
        <translation>Siete</translation>
    </message>
    <message>
        <source>Eight</source>
        <comment>number.8</comment>
        <translation>Ocho</translation>
    </message>
    <message>
        <source>Nine</source>
        <comment>number.9</comment>
        <translation>Nueve</translation>
    </message>
    <message>
        <source>Ten</source>
        <comment>number.10</comment>
        <translation>Diez</translation>
    </message>
    <message>
        <source>Eleven</source>
        <comment>number.11</comment>
        <translation>Once</translation>
    </message>
    <message>
        <source>Twelve</source>
        <comment>number.12</comment>
        <translation>Doce</translation>
    </message>
    <message>
        <source>Kept: Ctrl+%1 arranges every scan like this.</source>
        <comment>notice.hanging_kept</comment>
        <translation>Guardada: Ctrl+%1 dispone así cualquier exploración.</translation>
    </message>
    <message>
        <source>No arrangement is kept as %1 yet: arrange the views, then keep them with Ctrl+Alt+%1.</source>
        <comment>notice.hanging_none</comment>
        <translation>Aún no hay ninguna disposición guardada como %1: disponga las vistas y guárdelas con Ctrl+Alt+%1.</translation>
    </message>
    <message>
        <source>The arrangements here are this site&apos;s: nobody changes them.</source>
        <comment>notice.hangings_fixed</comment>
        <translation>Las disposiciones son aquí las de este centro: nadie las cambia.</translation>
    </message>
    <message>
        <source>This study is not there now: connect its disc or folder and try again.</source>
        <comment>notice.study_gone</comment>
        <translation>Este estudio no está disponible ahora: conecte su disco o carpeta e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Twelve drawn heads</source>
        <comment>drawn_case.collection</comment>
        <translation>Doce cabezas dibujadas</translation>
    </message>
    <message>
        <source>Is there a bleed, which kind, and where?</source>
        <comment>drawn_case.question</comment>
        <translation>¿Hay hemorragia, de qué tipo y dónde?</translation>
    </message>
    <message>
        <source>Apache-2.0: a drawn head, not a patient</source>
        <comment>drawn_case.licence</comment>
        <translation>Apache-2.0: una cabeza dibujada, no un paciente</translation>
    </message>
    <message>
        <source>Fell from a ladder</source>
        <comment>drawn_case.ladder</comment>
        <translation>Se cayó de una escalera</translation>
    </message>
    <message>
        <source>An epidural bleed is a lens between bone and dura: it does not cross sutures.</source>
        <comment>drawn_case.ladder_point</comment>
        <translation>Una hemorragia epidural es una lente entre el hueso y la duramadre: no cruza las suturas.</translation>
    </message>
    <message>
        <source>Headache after a blow to the head</source>
        <comment>drawn_case.blow</comment>
        <translation>Cefalea tras un golpe en la cabeza</translation>
    </message>
    <message>
        <source>A small lens is easily taken for bone: look at it in a wide window as well.</source>
        <comment>drawn_case.blow_point</comment>
        <translation>Una lente pequeña se confunde fácilmente con hueso: mírela también con una ventana amplia.</translation>
    </message>
    <message>
        <source>Found on the floor</source>
        <comment>drawn_case.floor</comment>
        <translation>Hallado en el suelo</translation>
    </message>
    <message>
        <source>A subdural bleed is a crescent along the skull: it crosses sutures, but not the midline.</source>
        <comment>drawn_case.floor_point</comment>
        <translation>Una hemorragia subdural es una semiluna a lo largo del cráneo: cruza las suturas, pero no la línea media.</translation>
    </message>
    <message>
        <source>Confused for a week</source>
        <comment>drawn_case.week</comment>
        <translation>Confusión desde hace una semana</translation>
    </message>
    <message>
        <source>A thin crescent hides beside the bone: widen the window to about 200 HU.</source>
        <comment>drawn_case.week_point</comment>
        <translation>Una semiluna fina se esconde junto al hueso: amplíe la ventana a unas 200 HU.</translation>
    </message>
    <message>
        <source>Sudden weakness of one side</source>
        <comment>drawn_case.weakness</comment>
        <translation>Debilidad súbita de un lado</translation>
    </message>
    <message>
        <source>A bleed in the basal ganglia is most often that of high blood pressure.</source>
        <comment>drawn_case.weakness_point</comment>
        <translation>Una hemorragia en los ganglios basales se debe casi siempre a la hipertensión.</translation>
    </message>
    <message>
        <source>A seizure, the first one</source>
        <comment>drawn_case.seizure</comment>
        <translation>Una crisis, la primera</translation>
    </message>
    <message>
        <source>A small bleed can stand in two slices alone: go through all of them.</source>
        <comment>drawn_case.seizure_point</comment>
        <translation>Una hemorragia pequeña puede verse solo en dos cortes: recórralos todos.</translation>
    </message>
    <message>
        <source>After an operation of the skull</source>
        <comment>drawn_case.operation</comment>
        <translation>Tras una operación del cráneo</translation>
    </message>
    <message>
        <source>Where bone is missing the brain is still looked at in the same order.</source>
        <comment>drawn_case.operation_point</comment>
        <translation>Donde falta hueso, el cerebro se sigue mirando en el mismo orden.</translation>
    </message>
    <message>
        <source>The worst headache of a life</source>
        <comment>drawn_case.headache</comment>
        <translation>La peor cefalea de su vida</translation>
    </message>
    <message>
        <source>Blood in sulci and cisterns takes the place of dark fluid: compare both sides.</source>
        <comment>drawn_case.headache_point</comment>
        <translation>La sangre en surcos y cisternas ocupa el lugar del líquido oscuro: compare ambos lados.</translation>
    </message>
    <message>
        <source>Drowsy since the morning</source>
        <comment>drawn_case.drowsy</comment>
        <translation>Somnolencia desde la mañana</translation>
    </message>
    <message>
        <source>Blood in a ventricle settles at the back of a patient who lies on it.</source>
        <comment>drawn_case.drowsy_point</comment>
        <translation>La sangre en un ventrículo se deposita atrás en un paciente tumbado boca arriba.</translation>
    </message>
    <message>
        <source>Drowsy, and better again</source>
        <comment>drawn_case.better</comment>
        <translation>Somnolencia, y de nuevo mejor</translation>
    </message>
    <message>
        <source>Calcified choroid plexus is dense on both sides; a little blood is dense where the ventricle is lowest.</source>
        <comment>drawn_case.better_point</comment>
        <translation>El plexo coroideo calcificado es denso en ambos lados; un poco de sangre lo es donde el ventrículo está más bajo.</translation>
    </message>
    <message>
        <source>A check after a fall</source>
        <comment>drawn_case.fall</comment>
        <translation>Control tras una caída</translation>
    </message>
    <message>
        <source>Nothing was drawn here: calcified choroid plexus on one side is no bleed.</source>
        <comment>drawn_case.fall_point</comment>
        <translation>Aquí no se dibujó nada: el plexo coroideo calcificado de un lado no es una hemorragia.</translation>
    </message>
    <message>
        <source>Weak for years</source>
        <comment>drawn_case.years</comment>
        <translation>Débil desde hace años</translation>
    </message>
    <message>
        <source>What is dense like this is calcium, and what is dark is an old infarct: neither is a bleed.</source>
        <comment>drawn_case.years_point</comment>
        <translation>Lo que es tan denso es calcio, y lo oscuro es un infarto antiguo: ninguno es una hemorragia.</translation>
    </message>
    <message>
        <source>This log belongs to the shared study now: everything that is read from here on goes into it.</source>
        <comment>notice.study_begun</comment>
        <translation>Este registro pertenece ahora al estudio compartido: todo lo que se lea desde aquí entra en él.</translation>
    </message>
    <message>
        <source>This log has readings of another kind: save it, empty it, then begin the study.</source>
        <comment>notice.study_needs_empty</comment>
        <translation>Este registro tiene lecturas de otra clase: guárdelo, vacíelo y comience después el estudio.</translation>
    </message>
    <message>
        <source>This log belongs to no shared study: begin one with &quot;Shared study&quot; before reading.</source>
        <comment>shared_log.no_study</comment>
        <translation>Este registro no pertenece a ningún estudio compartido: comience uno con &quot;Estudio compartido&quot; antes de leer.</translation>
    </message>
    <message>
        <source>One of these files is no log that was saved to be joined: choose others.</source>
        <comment>shared_log.unreadable</comment>
        <translation>Uno de estos archivos no es un registro guardado para unirlo: elija otros.</translation>
    </message>
    <message>
        <source>These logs belong to different studies: join those alone that were begun with the same study word.</source>
        <comment>shared_log.other_study</comment>
        <translation>Estos registros pertenecen a estudios distintos: una solo los que comenzaron con la misma palabra de estudio.</translation>
    </message>
    <message>
        <source>These logs say different things of what is true of one study: mend the tables that were read, then save the logs again.</source>
        <comment>shared_log.truth_differs</comment>
        <translation>Estos registros difieren sobre la respuesta correcta de un estudio: corrija las tablas leídas y vuelva a guardar los registros.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>A classifier of head CT slices: network %1 at %2 px, which reads each slice by itself.</source>
        <translation>Un clasificador de cortes de TC craneal: red %1 a %2 px, que lee cada corte por sí solo.</translation>
    </message>
    <message>
        <source>For each slice the probability of any hemorrhage and of its subtypes.</source>
        <translation>De cada corte da la probabilidad de cualquier hemorragia y de sus subtipos.</translation>
    </message>
    <message>
        <source>**Not a medical device.** Research and teaching only, not for commercial use: trained with PHE-SICH-CT-IDS and CT-ICH.</source>
        <translation>**No es un producto sanitario.** Solo para investigación y docencia, sin uso comercial: entrenado con PHE-SICH-CT-IDS y CT-ICH.</translation>
    </message>
    <message>
        <source>**Not a medical device.** Research and teaching only, not for commercial use: trained with RSNA %1, PHE-SICH-CT-IDS and CT-ICH.</source>
        <translation>**No es un producto sanitario.** Solo para investigación y docencia, sin uso comercial: entrenado con RSNA %1, PHE-SICH-CT-IDS y CT-ICH.</translation>
    </message>
    <message>
        <source>Trained with</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <source>Hssayeni et al., Data %1, %2(%3), %4; re-encoded from a re-uploaded copy.</source>
        <translation>Hssayeni et al., Data %1, %2(%3), %4; recodificado de una copia vuelta a publicar.</translation>
    </message>
    <message>
        <source>research, non-commercial.</source>
        <translation>Investigación, sin uso comercial.</translation>
    </message>
    <message>
        <source>research and teaching, non-commercial.</source>
        <translation>Investigación y docencia, sin uso comercial.</translation>
    </message>
    <message>
        <source>RSNA %1 hemorrhage challenge, some slices.</source>
        <translation>Concurso de hemorragias de la RSNA %1, algunos cortes.</translation>
    </message>
    <message>
        <source>The mean of the weights of %1 networks, taught differently (%2 says how).</source>
        <translation>La media de los pesos de %1 redes, entrenadas de modo distinto (%2 dice cómo).</translation>
    </message>
    <message>
        <source>Went on learning from another network, %1 (%2 says how that was taught).</source>
        <translation>Siguió aprendiendo desde otra red, %1 (%2 dice cómo se entrenó).</translation>
    </message>
    <message>
        <source>Calibrated on own patients</source>
        <translation>Calibrado con pacientes propios</translation>
    </message>
    <message>
        <source>Calibration, k and thresholds were fitted again on %1 own patients, %2 of them with a bleed; the weights are those of %3, with its limits.</source>
        <translation>La calibración, k y los umbrales se ajustaron de nuevo con %1 pacientes propios, %2 de ellos con hemorragia; los pesos son los de %3, con sus límites.</translation>
    </message>
    <message>
        <source>It is right for patients and scanners like these.</source>
        <translation>Es válido para pacientes y equipos como estos.</translation>
    </message>
    <message>
        <source>What it reached</source>
        <translation>Lo que alcanzó</translation>
    </message>
    <message>
        <source>Cross-validated by patient in %1 folds.</source>
        <translation>Validado de forma cruzada por paciente en %1 grupos.</translation>
    </message>
    <message>
        <source>Every answer comes from a network that has not seen the patient, and the calibration, k and threshold it is judged by were fitted on the other folds.</source>
        <translation>Cada respuesta viene de una red que no ha visto al paciente, y la calibración, k y el umbral con que se juzga se ajustaron en los otros grupos.</translation>
    </message>
    <message>
        <source>All answers come from one network, which has learned from none of these patients.</source>
        <translation>Todas las respuestas vienen de una sola red, que no ha aprendido de ninguno de estos pacientes.</translation>
    </message>
    <message>
        <source>They were dealt into %1 folds by patient, and the calibration, k and threshold that a patient is judged by were fitted on the other folds.</source>
        <translation>Se repartieron por paciente en %1 grupos, y la calibración, k y el umbral con que se juzga a un paciente se ajustaron en los otros grupos.</translation>
    </message>
    <message>
        <source>In parentheses: %1 % intervals, %2 resamples of patients within source and label, seed %3; where all patients of a share were right, or all wrong, Wilson's interval; for PPV and NPV, sensitivity and specificity both at their lower or upper bound.</source>
        <translation>Entre paréntesis: intervalos del %1 %, %2 remuestreos de pacientes dentro de su origen y etiqueta, semilla %3; donde todos los pacientes de una proporción fueron correctos, o todos erróneos, el intervalo de Wilson; para VPP y VPN, sensibilidad y especificidad ambas en su límite inferior o superior.</translation>
    </message>
    <message>
        <source>The intervals hold the networks and rules as they are and say nothing of another scanner.</source>
        <translation>Los intervalos toman las redes y reglas como son y nada dicen de otro equipo.</translation>
    </message>
    <message>
        <source>Calibration was fitted on slices in their natural share of bleeds, which undoes the balance of the training batches; slices beside a bleed whose label is doubtful are left out of every figure of slices.</source>
        <translation>La calibración se ajustó con cortes en su proporción natural de hemorragias, lo que deshace el equilibrio de los lotes de entrenamiento; los cortes junto a una hemorragia cuya etiqueta es dudosa quedan fuera de toda cifra de cortes.</translation>
    </message>
    <message>
        <source>The calibration error has %1 bins.</source>
        <translation>El error de calibración tiene %1 intervalos.</translation>
    </message>
    <message>
        <source>The rule "balanced" parts positives from negatives best; "screening" has the highest specificity with a sensitivity of %1 in every source on the folds it was fitted on, which does not promise it on others.</source>
        <translation>La regla "equilibrada" es la que mejor separa positivos de negativos; la de "cribado" tiene la mayor especificidad con una sensibilidad de %1 en cada origen en los grupos en que se ajustó, lo que no la promete en otros.</translation>
    </message>
    <message>
        <source>The figures are not comparable with figures on RSNA %1.</source>
        <translation>Las cifras no son comparables con cifras sobre RSNA %1.</translation>
    </message>
    <message>
        <source>The slices of rsna are some of those that RSNA %1 gave for learning, in a window of their own: the figures are not comparable with those of its test.</source>
        <translation>Los cortes de rsna son algunos de los que RSNA %1 dio para aprender, en una ventana propia: las cifras no son comparables con las de su prueba.</translation>
    </message>
    <message>
        <source>Of single slices without their scan only the figures of slices are given; a slice of an unknown patient counts as a patient of its own.</source>
        <translation>De cortes sueltos sin su exploración solo se dan las cifras de cortes; un corte de paciente desconocido cuenta como un paciente propio.</translation>
    </message>
    <message>
        <source>Calibration, k and threshold of this model were fitted on the answers of all folds together.</source>
        <translation>La calibración, k y el umbral de este modelo se ajustaron con las respuestas de todos los grupos juntos.</translation>
    </message>
    <message>
        <source>The figures are those of the folds' networks, made in the same way: they say how good the way of making it is.</source>
        <translation>Las cifras son las de las redes de los grupos, hechas del mismo modo: dicen lo bueno que es el modo de hacerlo.</translation>
    </message>
    <message>
        <source>The figures are those of this network, calibrated in the same way without the patients that it is measured on.</source>
        <translation>Las cifras son las de esta red, calibrada del mismo modo sin los pacientes con que se mide.</translation>
    </message>
    <message>
        <source>patients (with a bleed)</source>
        <translation>pacientes (con hemorragia)</translation>
    </message>
    <message>
        <source>slices (with a bleed)</source>
        <translation>cortes (con hemorragia)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>epidural</source>
        <translation>epidural</translation>
    </message>
    <message>
        <source>intraparenchymal</source>
        <translation>intraparenquimatosa</translation>
    </message>
    <message>
        <source>intraventricular</source>
        <translation>intraventricular</translation>
    </message>
    <message>
        <source>subarachnoid</source>
        <translation>subaracnoidea</translation>
    </message>
    <message>
        <source>subdural</source>
        <translation>subdural</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 a %3)</translation>
    </message>
    <message>
        <source>%1 patients</source>
        <translation>pacientes: %1</translation>
    </message>
    <message>
        <source>slice AUC</source>
        <translation>AUC de cortes</translation>
    </message>
    <message>
        <source>patient AUC</source>
        <translation>AUC de pacientes</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Índice de Brier</translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation>error de calibración</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>equilibrada</translation>
    </message>
    <message>
        <source>screening</source>
        <translation>cribado</translation>
    </message>
    <message>
        <source>patient sensitivity</source>
        <translation>sensibilidad por paciente</translation>
    </message>
    <message>
        <source>patient specificity</source>
        <translation>especificidad por paciente</translation>
    </message>
    <message>
        <source>patient accuracy</source>
        <translation>exactitud por paciente</translation>
    </message>
    <message>
        <source>PPV where %1 % bleed</source>
        <translation>VPP donde sangra el %1 %</translation>
    </message>
    <message>
        <source>NPV where %1 % bleed</source>
        <translation>VPN donde sangra el %1 %</translation>
    </message>
    <message>
        <source>slice sensitivity at the threshold</source>
        <translation>sensibilidad por corte en el umbral</translation>
    </message>
    <message>
        <source>slice specificity at the threshold</source>
        <translation>especificidad por corte en el umbral</translation>
    </message>
    <message>
        <source>bleed size (positive slices of the patient)</source>
        <translation>tamaño de la hemorragia (cortes positivos del paciente)</translation>
    </message>
    <message>
        <source>source</source>
        <translation>origen</translation>
    </message>
    <message>
        <source>patients</source>
        <translation>pacientes</translation>
    </message>
    <message>
        <source>slices</source>
        <translation>cortes</translation>
    </message>
    <message>
        <source>found</source>
        <translation>encontrados</translation>
    </message>
    <message>
        <source>slices over the threshold</source>
        <translation>cortes sobre el umbral</translation>
    </message>
    <message>
        <source>slices over</source>
        <translation>cortes sobre el umbral</translation>
    </message>
    <message>
        <source>1-2 slices</source>
        <translation>1-2 cortes</translation>
    </message>
    <message>
        <source>3-5 slices</source>
        <translation>3-5 cortes</translation>
    </message>
    <message>
        <source>6-9 slices</source>
        <translation>6-9 cortes</translation>
    </message>
    <message>
        <source>%1 slices or more</source>
        <translation>%1 cortes o más</translation>
    </message>
    <message>
        <source>subtype</source>
        <translation>subtipo</translation>
    </message>
    <message>
        <source>What was fitted</source>
        <translation>Lo que se ajustó</translation>
    </message>
    <message>
        <source>fitted for</source>
        <translation>ajustado para</translation>
    </message>
    <message>
        <source>fold %1</source>
        <translation>grupo %1</translation>
    </message>
    <message>
        <source>the model (all folds)</source>
        <translation>el modelo (todos los grupos)</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 sobre %2</translation>
    </message>
    <message>
        <source>Every patient read wrongly</source>
        <translation>Todos los pacientes mal leídos</translation>
    </message>
    <message>
        <source>Slices are counted from the feet, from %1.</source>
        <translation>Los cortes se cuentan desde los pies, a partir de %1.</translation>
    </message>
    <message>
        <source>Of a missed patient the bleeding slice read highest, of a flagged one the slice read highest.</source>
        <translation>De un paciente no detectado, el corte con hemorragia de mayor lectura; de uno señalado, el corte de mayor lectura.</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>No detectados</translation>
    </message>
    <message>
        <source>Falsely flagged</source>
        <translation>Señalados en falso</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>paciente</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>grupo</translation>
    </message>
    <message>
        <source>score</source>
        <translation>puntuación</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>umbral</translation>
    </message>
    <message>
        <source>most telling slice</source>
        <translation>corte más revelador</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>etiqueta</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguno.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>%1 mm axial slices of adults from two sources, without contrast.</source>
        <translation>Cortes axiales de %1 mm de adultos de dos orígenes, sin contraste.</translation>
    </message>
    <message>
        <source>Only CT-ICH names the subtypes, with few patients of each.</source>
        <translation>Solo CT-ICH nombra los subtipos, con pocos pacientes de cada uno.</translation>
    </message>
    <message>
        <source>%1 mm axial slices from three sources, without contrast.</source>
        <translation>Cortes axiales de %1 mm de tres orígenes, sin contraste.</translation>
    </message>
    <message>
        <source>RSNA's are single slices, most in a window that was estimated: no patient figure comes from them.</source>
        <translation>Los de RSNA son cortes sueltos, la mayoría en una ventana estimada: ninguna cifra por paciente viene de ellos.</translation>
    </message>
    <message>
        <source>Every PHE-SICH patient bleeds, so it says nothing of false alarms.</source>
        <translation>Todos los pacientes de PHE-SICH sangran, así que nada dice de falsas alarmas.</translation>
    </message>
    <message>
        <source>Thin blood along the skull is often missed, above all epidurals of less than a centimetre.</source>
        <translation>A menudo no se detecta la sangre fina a lo largo del cráneo, sobre todo epidurales de menos de un centímetro.</translation>
    </message>
    <message>
        <source>A subtype with few patients is a hint.</source>
        <translation>Un subtipo con pocos pacientes es solo un indicio.</translation>
    </message>
    <message>
        <source>Heat shows a region, not an outline.</source>
        <translation>El mapa de calor muestra una región, no un contorno.</translation>
    </message>
    <message>
        <source>A probability is calibrated on the mixture of slices it was measured on, not on a clinic's.</source>
        <translation>Una probabilidad está calibrada para la mezcla de cortes con que se midió, no para la de una clínica.</translation>
    </message>
    <message>
        <source>Flanders et al., Radiol Artif Intell %1, %2(%3), e190211.</source>
        <translation>Flanders et al., Radiol Artif Intell %1, %2(%3), e190211.</translation>
    </message>
    <message>
        <source>sensitivity</source>
        <translation>sensibilidad</translation>
    </message>
    <message>
        <source>false positive rate</source>
        <translation>tasa de falsos positivos</translation>
    </message>
    <message>
        <source>Slices with any bleed</source>
        <translation>Cortes con cualquier hemorragia</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>by the slice of rank %1</source>
        <translation>según el corte de rango %1</translation>
    </message>
    <message>
        <source>Do probabilities come true? (slices, any)</source>
        <translation>¿Se cumplen las probabilidades? (cortes, cualquiera)</translation>
    </message>
    <message>
        <source>mean probability (bins of %1 slices or more)</source>
        <translation>probabilidad media (intervalos de %1 cortes o más)</translation>
    </message>
    <message>
        <source>observed share of bleeds</source>
        <translation>proporción observada de hemorragias</translation>
    </message>
    <message>
        <source>AUC %1 (%2 to %3)</source>
        <translation>AUC %1 (%2 a %3)</translation>
    </message>
    <message>
        <source>error %1 (%2 to %3)</source>
        <translation>error %1 (%2 a %3)</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Brain</source>
        <translation>Cerebro</translation>
    </message>
    <message>
        <source>Subdural</source>
        <translation>Subdural</translation>
    </message>
    <message>
        <source>Stroke</source>
        <translation>Ictus</translation>
    </message>
    <message>
        <source>Narrow stroke</source>
        <translation>Ictus estrecha</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Hueso</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Partes blandas</translation>
    </message>
    <message>
        <source>Posterior fossa</source>
        <translation>Fosa posterior</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>RePág</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>AvPág</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
</context>
</TS>

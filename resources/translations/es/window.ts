<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en_GB">
<context>
    <name>hemo::ui</name>
    <message>
        <source>B N C, 1 to 5, Enter</source>
        <translation>B N C, 1 a 5, Enter</translation>
    </message>
    <message>
        <source>In your own reading: answer, how sure, commit</source>
        <translation>En su propia lectura: respuesta, seguridad, confirmar</translation>
    </message>
    <message>
        <source>E D P V A, Space</source>
        <translation>E D P V A, Espacio</translation>
    </message>
    <message>
        <source>In your own reading: kinds of a bleed, its place</source>
        <translation>En su propia lectura: tipos de hemorragia, su lugar</translation>
    </message>
    <message>
        <source>Answers 1 to 3 of a case</source>
        <translation>Respuestas 1 a 3 de un caso</translation>
    </message>
    <message>
        <source>Answers 4 to 6 of a case</source>
        <translation>Respuestas 4 a 6 de un caso</translation>
    </message>
    <message>
        <source>Volume from the front, behind, left</source>
        <translation>Volumen desde delante, detrás, izquierda</translation>
    </message>
    <message>
        <source>Volume from the right, above, below</source>
        <translation>Volumen desde la derecha, arriba, abajo</translation>
    </message>
    <message>
        <source>Own arrangements of views</source>
        <translation>Disposiciones propias</translation>
    </message>
    <message>
        <source>Keep what is seen as one</source>
        <translation>Guardar lo que se ve como una</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Cortes</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + rueda</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Zoom en el cursor</translation>
    </message>
    <message>
        <source>Left, middle, right drag</source>
        <translation>Arrastrar: izquierdo, central, derecho</translation>
    </message>
    <message>
        <source>Tool, %1, %2</source>
        <translation>Herramienta, %1, %2</translation>
    </message>
    <message>
        <source>Shift + move</source>
        <translation>Mayús + mover</translation>
    </message>
    <message>
        <source>Linked crosshair</source>
        <translation>Cruz vinculada</translation>
    </message>
    <message>
        <source>Double click, Enter</source>
        <translation>Doble clic, Intro</translation>
    </message>
    <message>
        <source>One view large, and back; words of a mark</source>
        <translation>Una vista grande, y volver; texto de una marca</translation>
    </message>
    <message>
        <source>Ctrl + click on a series, or drag it onto a view</source>
        <translation>Ctrl + clic, o arrastrar una serie</translation>
    </message>
    <message>
        <source>Compare with this series</source>
        <translation>Comparar con esta serie</translation>
    </message>
    <message>
        <source>Drop on the list, on the pictures</source>
        <translation>Soltar en la lista, en las imágenes</translation>
    </message>
    <message>
        <source>Add to the list, open instead</source>
        <translation>Añadir a la lista, abrir en su lugar</translation>
    </message>
    <message>
        <source>Slice up</source>
        <translation>Corte arriba</translation>
    </message>
    <message>
        <source>Slice down</source>
        <translation>Corte abajo</translation>
    </message>
    <message>
        <source>Top slice</source>
        <translation>Corte más alto</translation>
    </message>
    <message>
        <source>Bottom slice</source>
        <translation>Corte más bajo</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Serie anterior</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Serie siguiente</translation>
    </message>
    <message>
        <source>List of series: arrows and Enter</source>
        <translation>Lista de series: flechas y Enter</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>Hallazgo siguiente</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>Hallazgo anterior</translation>
    </message>
    <message>
        <source>Next suspicious slice</source>
        <translation>Corte sospechoso siguiente</translation>
    </message>
    <message>
        <source>Previous suspicious slice</source>
        <translation>Corte sospechoso anterior</translation>
    </message>
    <message>
        <source>Compare with a prior series, or end it</source>
        <translation>Comparar con una serie previa, o no</translation>
    </message>
    <message>
        <source>Link the series at this level, or unlink</source>
        <translation>Vincular aquí las series, o desvincular</translation>
    </message>
    <message>
        <source>Swap prior and current in one view</source>
        <translation>Intercambiar previa y actual en una vista</translation>
    </message>
    <message>
        <source>Compare with the previous series</source>
        <translation>Comparar con la serie anterior</translation>
    </message>
    <message>
        <source>Compare with the next series</source>
        <translation>Comparar con la serie siguiente</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Desplazar</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>Cruz</translation>
    </message>
    <message>
        <source>Lines of the crosshair</source>
        <translation>Líneas de la cruz</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Thick slab of 5 mm, or one plane</source>
        <translation>Bloque grueso de 5 mm, o un plano</translation>
    </message>
    <message>
        <source>Thick slab: mean, maximum (MIP), minimum (MinIP)</source>
        <translation>Bloque: media, máximo, mínimo</translation>
    </message>
    <message>
        <source>Thicker slab</source>
        <translation>Bloque más grueso</translation>
    </message>
    <message>
        <source>Thinner slab</source>
        <translation>Bloque más fino</translation>
    </message>
    <message>
        <source>The file&apos;s own window</source>
        <translation>Ventana propia del archivo</translation>
    </message>
    <message>
        <source>Window preset %1</source>
        <translation>Ventana predefinida %1</translation>
    </message>
    <message>
        <source>Heat map; hold the key to peek</source>
        <translation>Mapa de calor; mantener: un momento</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Read all that is listed</source>
        <translation>Leer todo lo de la lista</translation>
    </message>
    <message>
        <source>All views</source>
        <translation>Todas las vistas</translation>
    </message>
    <message>
        <source>Side panels</source>
        <translation>Paneles laterales</translation>
    </message>
    <message>
        <source>Patient&apos;s name</source>
        <translation>Nombre del paciente</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>Save all slices of this view</source>
        <translation>Guardar todos los cortes de esta vista</translation>
    </message>
    <message>
        <source>Save them as a moving picture</source>
        <translation>Guardarlos como imagen animada</translation>
    </message>
    <message>
        <source>Save a picture of the window</source>
        <translation>Guardar una imagen de la ventana</translation>
    </message>
    <message>
        <source>Copy this view</source>
        <translation>Copiar esta vista</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>All commands by their words</source>
        <translation>Todas las órdenes por sus palabras</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>What it is worth here: predictive values, card, plots</source>
        <translation>Qué valor tiene aquí: valores predictivos, ficha, gráficos</translation>
    </message>
    <message>
        <source>Learn from a collection of cases</source>
        <translation>Aprender con una colección de casos</translation>
    </message>
    <message>
        <source>Learn from twelve drawn heads</source>
        <translation>Aprender con doce cabezas dibujadas</translation>
    </message>
    <message>
        <source>Make a teaching case of this series and your reading</source>
        <translation>Crear un caso docente con esta serie y su lectura</translation>
    </message>
    <message>
        <source>Draw a bleed into a copy of this scan</source>
        <translation>Dibujar una hemorragia en una copia de esta exploración</translation>
    </message>
    <message>
        <source>Surprise me: a bleed of any kind in a copy of this scan, or none</source>
        <translation>Sorpréndame: una hemorragia de cualquier tipo en una copia de esta exploración, o ninguna</translation>
    </message>
    <message>
        <source>Reading log: how you read, and how it went</source>
        <translation>Registro de lecturas: cómo lee y con qué resultado</translation>
    </message>
    <message>
        <source>About Hemoscope, log and diagnostics</source>
        <translation>Acerca de Hemoscope, registro y diagnóstico</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Abrir archivos</translation>
    </message>
    <message>
        <source>%1 of %2: %3 % (%4 to %5)</source>
        <translation>%1 de %2: %3 % (%4 a %5)</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 a %3)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>Assisted</source>
        <translation>Asistida</translation>
    </message>
    <message>
        <source>Before the answer</source>
        <translation>Antes de la respuesta</translation>
    </message>
    <message>
        <source>After the answer</source>
        <translation>Después de la respuesta</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>A ciegas</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Lecturas</translation>
    </message>
    <message>
        <source>Series with a verdict of yours.</source>
        <translation>Series con un dictamen suyo.</translation>
    </message>
    <message>
        <source>Could not tell</source>
        <translation>Indeterminadas</translation>
    </message>
    <message>
        <source>They count in none of the shares below.</source>
        <translation>No cuentan en ninguna de las proporciones de abajo.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Concordancia</translation>
    </message>
    <message>
        <source>You and the second reader say the same, bleed or none; with the 95 % interval.</source>
        <translation>Usted y el segundo lector dicen lo mismo, hemorragia o ninguna; con el intervalo del 95 %.</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Kappa de Cohen</translation>
    </message>
    <message>
        <source>Agreement beyond chance: 1 is complete, 0 is chance; it needs many readings.</source>
        <translation>Concordancia más allá del azar: 1 es completa, 0 es azar; necesita muchas lecturas.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>Of the scans with a bleed those that you found, where the truth is known.</source>
        <translation>De las exploraciones con hemorragia, las que usted encontró, si se conoce la respuesta correcta.</translation>
    </message>
    <message>
        <source>Specificity</source>
        <translation>Especificidad</translation>
    </message>
    <message>
        <source>Of the scans without a bleed those that you passed, where the truth is known.</source>
        <translation>De las exploraciones sin hemorragia, las que usted dio por buenas, si se conoce la respuesta correcta.</translation>
    </message>
    <message>
        <source>Area under your ROC curve</source>
        <translation>Área bajo su curva ROC</translation>
    </message>
    <message>
        <source>From how sure you were, where the truth is known.</source>
        <translation>Según lo seguro que estaba, si se conoce la respuesta correcta.</translation>
    </message>
    <message>
        <source>Time to the verdict</source>
        <translation>Tiempo hasta el dictamen</translation>
    </message>
    <message>
        <source>Half of your readings took less, from all slices on the screen.</source>
        <translation>La mitad de sus lecturas tardó menos, desde que todos los cortes estaban en pantalla.</translation>
    </message>
    <message>
        <source>Time to closing</source>
        <translation>Tiempo hasta el cierre</translation>
    </message>
    <message>
        <source>Half of your readings took less, until the series left the screen.</source>
        <translation>La mitad de sus lecturas tardó menos, hasta que la serie salió de la pantalla.</translation>
    </message>
    <message>
        <source>Nothing is logged yet: give a verdict of your own with Q.</source>
        <translation>Aún no hay nada registrado: dé su propio dictamen con Q.</translation>
    </message>
    <message>
        <source>Readings in the log: %1. Of these the truth is known of %2.</source>
        <translation>Lecturas en el registro: %1. Se conoce la respuesta correcta de %2.</translation>
    </message>
    <message>
        <source>Changes of mind: %1 to what is right, %2 to what is wrong, %3 of unknown truth.</source>
        <translation>Cambios de opinión: %1 a lo correcto, %2 a lo incorrecto, %3 sin respuesta correcta conocida.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Region: ellipse</source>
        <translation>Región: elipse</translation>
    </message>
    <message>
        <source>Region: rectangle</source>
        <translation>Región: rectángulo</translation>
    </message>
    <message>
        <source>Region drawn by hand</source>
        <translation>Región a mano alzada</translation>
    </message>
    <message>
        <source>Arrow with words</source>
        <translation>Flecha con texto</translation>
    </message>
    <message>
        <source>Midline shift: click on what is displaced</source>
        <translation>Desviación de la línea media</translation>
    </message>
    <message>
        <source>Evans index: horns, then the skull&apos;s width</source>
        <translation>Índice de Evans: astas, luego cráneo</translation>
    </message>
    <message>
        <source>Volume of a bleed: click into it</source>
        <translation>Volumen de una hemorragia: clic en ella</translation>
    </message>
    <message>
        <source>Brush for a volume; Ctrl takes away</source>
        <translation>Pincel para un volumen; Ctrl borra</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Pincel más pequeño</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Pincel más grande</translation>
    </message>
    <message>
        <source>Thickness of the nearest finding at its widest</source>
        <translation>Grosor máximo del hallazgo más cercano</translation>
    </message>
    <message>
        <source>Key image, or no longer</source>
        <translation>Imagen clave, o quitarla</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Remove the chosen mark</source>
        <translation>Quitar la marca elegida</translation>
    </message>
    <message>
        <source>Way of reading: %1</source>
        <translation>Modo de lectura: %1</translation>
    </message>
    <message>
        <source>Answer %1 of the case</source>
        <translation>Respuesta %1 del caso</translation>
    </message>
    <message>
        <source>Your own reading, or back</source>
        <translation>Su propia lectura, o volver</translation>
    </message>
    <message>
        <source>Accept this finding</source>
        <translation>Aceptar este hallazgo</translation>
    </message>
    <message>
        <source>Reject this finding</source>
        <translation>Rechazar este hallazgo</translation>
    </message>
    <message>
        <source>Unsure of this finding</source>
        <translation>Hallazgo dudoso</translation>
    </message>
    <message>
        <source>Reject this finding, and say why</source>
        <translation>Rechazar este hallazgo, y decir por qué</translation>
    </message>
    <message>
        <source>Your words on this finding</source>
        <translation>Su comentario sobre este hallazgo</translation>
    </message>
    <message>
        <source>A finding of your own: click on it</source>
        <translation>Un hallazgo propio: clic en él</translation>
    </message>
    <message>
        <source>The next case</source>
        <translation>Caso siguiente</translation>
    </message>
    <message>
        <source>Reveal the case, step by step</source>
        <translation>Mostrar la respuesta del caso, paso a paso</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuto</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 minutos</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 horas</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 días</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 meses</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 años</translation>
    </message>
    <message>
        <source>! Other plane: the series beside is %1</source>
        <translation>! Otro plano: la serie de al lado es %1</translation>
    </message>
    <message>
        <source>! Tilt differs by %1°: the slices match only near the crosshair</source>
        <translation>! La inclinación difiere en %1°: los cortes solo coinciden cerca de la cruz</translation>
    </message>
    <message>
        <source>scroll both to the same level and link them</source>
        <translation>desplace ambas al mismo nivel y vincúlelas</translation>
    </message>
    <message>
        <source>scroll both to the same level and press %1 to link</source>
        <translation>desplace ambas al mismo nivel y pulse %1 para vincular</translation>
    </message>
    <message>
        <source>Finding how the two heads lie upon each other</source>
        <translation>Buscando cómo se superponen las dos cabezas</translation>
    </message>
    <message>
        <source>The two heads do not fit upon each other (likeness %1): %2</source>
        <translation>Las dos cabezas no se superponen bien (semejanza %1): %2</translation>
    </message>
    <message>
        <source>Not linked: %1</source>
        <translation>Sin vincular: %1</translation>
    </message>
    <message>
        <source>Other frame of reference: %1</source>
        <translation>Otro marco de referencia: %1</translation>
    </message>
    <message>
        <source>No common frame of reference: %1</source>
        <translation>Sin marco de referencia común: %1</translation>
    </message>
    <message>
        <source>Linked by position</source>
        <translation>Vinculadas por posición</translation>
    </message>
    <message>
        <source>Linked by hand, offset %1 (J clears it)</source>
        <translation>Vinculadas a mano, desfase %1 (J lo anula)</translation>
    </message>
    <message>
        <source>Linked by the pictures themselves, likeness %1 (J clears it, then links by hand)</source>
        <translation>Vinculadas por las propias imágenes, semejanza %1 (J lo anula, luego vincula a mano)</translation>
    </message>
    <message>
        <source>SAME STUDY</source>
        <translation>MISMO ESTUDIO</translation>
    </message>
    <message>
        <source>PRIOR</source>
        <translation>PREVIO</translation>
    </message>
    <message>
        <source>LATER</source>
        <translation>MÁS RECIENTE</translation>
    </message>
    <message>
        <source>OTHER STUDY</source>
        <translation>OTRO ESTUDIO</translation>
    </message>
    <message>
        <source>date unknown</source>
        <translation>fecha desconocida</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <translation>%1 antes</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>%1 después</translation>
    </message>
    <message>
        <source>same time</source>
        <translation>misma hora</translation>
    </message>
    <message>
        <source>same day</source>
        <translation>mismo día</translation>
    </message>
    <message>
        <source>UNKNOWN PATIENT: the files do not say that both are the same</source>
        <translation>PACIENTE DESCONOCIDO: los archivos no dicen que ambos sean el mismo</translation>
    </message>
    <message>
        <source>name</source>
        <translation>el nombre</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>el ID</translation>
    </message>
    <message>
        <source>birth date</source>
        <translation>la fecha de nacimiento</translation>
    </message>
    <message>
        <source>OTHER PATIENT: the %1 differs</source>
        <translation>OTRO PACIENTE: difiere %1</translation>
    </message>
    <message>
        <source>OTHER PATIENT: %1 and %2 differ</source>
        <translation>OTRO PACIENTE: difieren %1 y %2</translation>
    </message>
    <message>
        <source>CURRENT</source>
        <translation>ACTUAL</translation>
    </message>
    <message>
        <source>BESIDE</source>
        <translation>AL LADO</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Midline</source>
        <translation>Línea media</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>slice&#xa0;%1</source>
        <translation>corte&#xa0;%1</translation>
    </message>
    <message>
        <source>slices&#xa0;%1⁠–⁠%2</source>
        <translation>cortes&#xa0;%1⁠–⁠%2</translation>
    </message>
    <message>
        <source>%1: calcified?</source>
        <translation>%1: ¿calcificado?</translation>
    </message>
    <message>
        <source>HU</source>
        <translation>HU</translation>
    </message>
    <message>
        <source>kind unclear</source>
        <translation>tipo incierto</translation>
    </message>
    <message>
        <source>mL</source>
        <translation>mL</translation>
    </message>
    <message>
        <source>volume not known</source>
        <translation>volumen desconocido</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>más de %1</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>menos de %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>unos %1</translation>
    </message>
    <message>
        <source>not found on %1</source>
        <translation>no hallado el %1</translation>
    </message>
    <message>
        <source>%1 more than on %2</source>
        <translation>%1 más que el %2</translation>
    </message>
    <message>
        <source>%1 less than on %2</source>
        <translation>%1 menos que el %2</translation>
    </message>
    <message>
        <source>about as large as on %1</source>
        <translation>tamaño similar al del %1</translation>
    </message>
    <message>
        <source>found on %1, too</source>
        <translation>hallado también el %1</translation>
    </message>
    <message>
        <source>No longer found since %1: %2</source>
        <translation>Ya no se halla desde el %1: %2</translation>
    </message>
    <message>
        <source>FOR BEGINNERS</source>
        <translation>PARA PRINCIPIANTES</translation>
    </message>
    <message>
        <source>FOR THE PRACTISED</source>
        <translation>PARA AVANZADOS</translation>
    </message>
    <message>
        <source>DIFFICULT</source>
        <translation>DIFÍCIL</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 de %3</translation>
    </message>
    <message>
        <source>CASE %1 OF %2, %3</source>
        <translation>CASO %1 DE %2, %3</translation>
    </message>
    <message>
        <source>There is no bleed.</source>
        <translation>No hay hemorragia.</translation>
    </message>
    <message>
        <source>There is a bleed.</source>
        <translation>Hay hemorragia.</translation>
    </message>
    <message>
        <source>There is a bleed: %1.</source>
        <translation>Hay hemorragia: %1.</translation>
    </message>
    <message>
        <source>Your answer is right.</source>
        <translation>Su respuesta es correcta.</translation>
    </message>
    <message>
        <source>Your answer is wrong.</source>
        <translation>Su respuesta es incorrecta.</translation>
    </message>
    <message>
        <source>Your choice is right.</source>
        <translation>Su elección es correcta.</translation>
    </message>
    <message>
        <source>Your choice is wrong.</source>
        <translation>Su elección es incorrecta.</translation>
    </message>
    <message>
        <source>The kind is right.</source>
        <translation>El tipo es correcto.</translation>
    </message>
    <message>
        <source>The kind is another one.</source>
        <translation>El tipo es otro.</translation>
    </message>
    <message>
        <source>Places found: %1 of %2.</source>
        <translation>Lugares hallados: %1 de %2.</translation>
    </message>
    <message>
        <source>Places where nothing is: %1.</source>
        <translation>Lugares donde no hay nada: %1.</translation>
    </message>
    <message>
        <source>Cases read</source>
        <translation>Casos leídos</translation>
    </message>
    <message>
        <source>Answers right</source>
        <translation>Respuestas correctas</translation>
    </message>
    <message>
        <source>Choices right</source>
        <translation>Elecciones correctas</translation>
    </message>
    <message>
        <source>Kinds right</source>
        <translation>Tipos correctos</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Lugares hallados</translation>
    </message>
    <message>
        <source>Places where nothing is: %1</source>
        <translation>Lugares donde no hay nada: %1</translation>
    </message>
    <message>
        <source>Half of them took less than %1 s</source>
        <translation>La mitad de ellos tardó menos de %1 s</translation>
    </message>
    <message>
        <source>Bleed</source>
        <translation>Hemorragia</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Cannot tell</source>
        <translation>Indeterminado</translation>
    </message>
    <message>
        <source>A guess</source>
        <translation>Conjetura</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudoso</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probable</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>Certain</source>
        <translation>Con certeza</translation>
    </message>
    <message>
        <source>Kind open</source>
        <translation>Tipo abierto</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 lugar</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 lugares</translation>
    </message>
    <message>
        <source>%1, %2 of 5</source>
        <translation>%1, %2 de 5</translation>
    </message>
    <message>
        <source>Bleed, none, or can you not tell?</source>
        <translation>¿Hemorragia, ninguna, o no puede decirlo?</translation>
    </message>
    <message>
        <source>Click on the bleed, or press Space for the crosshair.</source>
        <translation>Haga clic en la hemorragia, o pulse Espacio para usar la cruz.</translation>
    </message>
    <message>
        <source>How sure are you? 1 to 5.</source>
        <translation>¿Qué seguridad tiene? De 1 a 5.</translation>
    </message>
    <message>
        <source>You agree</source>
        <translation>Coinciden</translation>
    </message>
    <message>
        <source>Not the same places</source>
        <translation>No en los mismos lugares</translation>
    </message>
    <message>
        <source>You disagree</source>
        <translation>No coinciden</translation>
    </message>
    <message>
        <source>The second reader has nothing at your place.</source>
        <translation>El segundo lector no tiene nada en el lugar que usted marcó.</translation>
    </message>
    <message>
        <source>The second reader has nothing at %1 of your %2 places.</source>
        <translation>El segundo lector no tiene nada en %1 de sus %2 lugares.</translation>
    </message>
    <message>
        <source>You have nothing at its finding.</source>
        <translation>Usted no tiene nada en el hallazgo del segundo lector.</translation>
    </message>
    <message>
        <source>You have nothing at %1 of its %2 findings.</source>
        <translation>Usted no tiene nada en %1 de los %2 hallazgos del segundo lector.</translation>
    </message>
    <message>
        <source>Your place is one of its findings.</source>
        <translation>El lugar que marcó es uno de los hallazgos del segundo lector.</translation>
    </message>
    <message>
        <source>All your places lie in its findings.</source>
        <translation>Todos los lugares que marcó están en los hallazgos del segundo lector.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Calcification</source>
        <translation>Calcificación</translation>
    </message>
    <message>
        <source>Artefact</source>
        <translation>Artefacto</translation>
    </message>
    <message>
        <source>Beam hardening</source>
        <translation>Endurecimiento del haz</translation>
    </message>
    <message>
        <source>Vein or sinus</source>
        <translation>Vena o seno</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Antigua</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otra</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 imagen</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 imágenes</translation>
    </message>
    <message>
        <source>Opened first: %1</source>
        <translation>Abierta primero: %1</translation>
    </message>
    <message>
        <source>Patient %1</source>
        <translation>Paciente %1</translation>
    </message>
    <message>
        <source>Study without a date</source>
        <translation>Estudio sin fecha</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>with contrast</source>
        <translation>con contraste</translation>
    </message>
    <message>
        <source>Study %1</source>
        <translation>Estudio %1</translation>
    </message>
    <message>
        <source>%1 and 1 other</source>
        <translation>%1 y 1 más</translation>
    </message>
    <message>
        <source>%1 and %2 others</source>
        <translation>%1 y %2 más</translation>
    </message>
    <message>
        <source>Not there now</source>
        <translation>No disponible</translation>
    </message>
    <message>
        <source>Suspected</source>
        <translation>Sospecha</translation>
    </message>
    <message>
        <source>Below the rule</source>
        <translation>No cumple la regla</translation>
    </message>
    <message>
        <source>None seen</source>
        <translation>No se ve ninguna</translation>
    </message>
    <message>
        <source>Cannot exclude</source>
        <translation>No se puede excluir</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>slice %1</source>
        <translation>corte %1</translation>
    </message>
    <message>
        <source>slices %1</source>
        <translation>cortes %1</translation>
    </message>
    <message>
        <source>slices %1 and %2</source>
        <translation>cortes %1 y %2</translation>
    </message>
    <message>
        <source>Very likely, %1</source>
        <translation>Muy probable, %1</translation>
    </message>
    <message>
        <source>Likely, %1</source>
        <translation>Probable, %1</translation>
    </message>
    <message>
        <source>Possible, %1</source>
        <translation>Posible, %1</translation>
    </message>
    <message>
        <source>Borderline, %1</source>
        <translation>Límite, %1</translation>
    </message>
    <message>
        <source>Hemorrhage suspected</source>
        <translation>Sospecha de hemorragia</translation>
    </message>
    <message>
        <source>Suspicious in %1</source>
        <translation>Sospecha en %1</translation>
    </message>
    <message>
        <source>Cannot assess</source>
        <translation>No valorable</translation>
    </message>
    <message>
        <source>None by the rule; look at %1</source>
        <translation>Ninguna según la regla; revise %1</translation>
    </message>
    <message>
        <source>Cannot assess; look at %1</source>
        <translation>No valorable; revise %1</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>%1 of %2 read.</source>
        <translation>%1 de %2 leídos.</translation>
    </message>
    <message>
        <source>%1 suspicious so far.</source>
        <translation>%1 sospechosos hasta ahora.</translation>
    </message>
    <message>
        <source>Blind reading</source>
        <translation>Lectura a ciegas</translation>
    </message>
    <message>
        <source>No second reader is asked.</source>
        <translation>No se consulta al segundo lector.</translation>
    </message>
    <message>
        <source>Your reading first</source>
        <translation>Primero su lectura</translation>
    </message>
    <message>
        <source>The second reader is shown when you have committed what you see.</source>
        <translation>El segundo lector se muestra cuando usted ha confirmado lo que ve.</translation>
    </message>
    <message>
        <source>No series open</source>
        <translation>Ninguna serie abierta</translation>
    </message>
    <message>
        <source>The series is still being loaded.</source>
        <translation>La serie aún se está cargando.</translation>
    </message>
    <message>
        <source>The second reader has not looked at this series.</source>
        <translation>El segundo lector no ha visto esta serie.</translation>
    </message>
    <message>
        <source>The second reader is reading another series first.</source>
        <translation>El segundo lector está leyendo antes otra serie.</translation>
    </message>
    <message>
        <source>No second reading</source>
        <translation>Sin segunda lectura</translation>
    </message>
    <message>
        <source>The answer belongs to another series, so it is not shown.</source>
        <translation>La respuesta es de otra serie, por eso no se muestra.</translation>
    </message>
    <message>
        <source>Model %1 (%2)</source>
        <translation>Modelo %1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1, %2 s</translation>
    </message>
    <message>
        <source>Heat: %1</source>
        <translation>Calor: %1</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modelo %1</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Segundo lector</translation>
    </message>
    <message>
        <source>The second reader&apos;s answers are shown as they come.</source>
        <translation>Las respuestas del segundo lector se muestran según llegan.</translation>
    </message>
    <message>
        <source>You commit your own reading first; then both stand side by side.</source>
        <translation>Primero usted confirma su propia lectura; luego ambas aparecen lado a lado.</translation>
    </message>
    <message>
        <source>No second reader at all.</source>
        <translation>Sin segundo lector.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Equilibrada</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Cribado</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>How far a probability can be believed</source>
        <translation>Hasta qué punto es fiable una probabilidad</translation>
    </message>
    <message>
        <source>Own arrangement %1</source>
        <translation>Disposición propia %1</translation>
    </message>
    <message>
        <source>Keep this arrangement as %1</source>
        <translation>Guardar esta disposición como %1</translation>
    </message>
    <message>
        <source>Volume from the front</source>
        <translation>Volumen desde delante</translation>
    </message>
    <message>
        <source>Volume from behind</source>
        <translation>Volumen desde detrás</translation>
    </message>
    <message>
        <source>Volume from the patient&apos;s left</source>
        <translation>Volumen desde la izquierda del paciente</translation>
    </message>
    <message>
        <source>Volume from the patient&apos;s right</source>
        <translation>Volumen desde la derecha del paciente</translation>
    </message>
    <message>
        <source>Volume from above</source>
        <translation>Volumen desde arriba</translation>
    </message>
    <message>
        <source>Volume from below</source>
        <translation>Volumen desde abajo</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>Una vista</translation>
    </message>
    <message>
        <source>Brain and bone side by side</source>
        <translation>Cerebro y hueso lado a lado</translation>
    </message>
    <message>
        <source>One large view, the others beside it</source>
        <translation>Una vista grande, las otras al lado</translation>
    </message>
    <message>
        <source>Four views of the same size</source>
        <translation>Cuatro vistas del mismo tamaño</translation>
    </message>
    <message>
        <source>Film: a page of slices</source>
        <translation>Película: una página de cortes</translation>
    </message>
    <message>
        <source>This view alone, or all of them</source>
        <translation>Solo esta vista, o todas</translation>
    </message>
    <message>
        <source>This view in its own window, or back</source>
        <translation>Esta vista en su propia ventana, o volver</translation>
    </message>
    <message>
        <source>A window for an audience, or none</source>
        <translation>Una ventana para el público, o ninguna</translation>
    </message>
    <message>
        <source>Audience: black, or the pictures</source>
        <translation>Público: en negro, o las imágenes</translation>
    </message>
    <message>
        <source>Turn clockwise</source>
        <translation>Girar en sentido horario</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Espejo izquierda-derecha</translation>
    </message>
    <message>
        <source>The other half of the head, or back</source>
        <translation>La otra mitad de la cabeza, o volver</translation>
    </message>
    <message>
        <source>Each half less the other one, in colours</source>
        <translation>Cada mitad menos la otra, en colores</translation>
    </message>
    <message>
        <source>This scan less the one beside, in colours</source>
        <translation>Menos la exploración de al lado, en colores</translation>
    </message>
    <message>
        <source>Turned planes lie straight again</source>
        <translation>Enderezar los planos girados</translation>
    </message>
    <message>
        <source>HU beside the mouse</source>
        <translation>HU junto al ratón</translation>
    </message>
    <message>
        <source>Volume cut open at the slice, or whole</source>
        <translation>Volumen abierto en el corte, o entero</translation>
    </message>
    <message>
        <source>Volume in a box, or whole</source>
        <translation>Volumen en una caja, o entero</translation>
    </message>
    <message>
        <source>Slices go by themselves, or stop</source>
        <translation>Los cortes avanzan solos, o se detienen</translation>
    </message>
    <message>
        <source>+%1 HU</source>
        <translation>+%1 HU</translation>
    </message>
    <message>
        <source>−%1 HU</source>
        <translation>−%1 HU</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>fuerte</translation>
    </message>
    <message>
        <source>faint</source>
        <translation>débil</translation>
    </message>
    <message>
        <source>Relative, in this slice</source>
        <translation>Relativo, en este corte</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>máximo</translation>
    </message>
    <message>
        <source>a third</source>
        <translation>un tercio</translation>
    </message>
    <message>
        <source>%1 mm²</source>
        <translation>%1 mm²</translation>
    </message>
    <message>
        <source>%1 cm²</source>
        <translation>%1 cm²</translation>
    </message>
    <message>
        <source>%1 HU, SD %2</source>
        <translation>%1 HU, DE %2</translation>
    </message>
    <message>
        <source>%1 to %2 HU</source>
        <translation>%1 a %2 HU</translation>
    </message>
    <message>
        <source>No pixel inside</source>
        <translation>Ningún píxel dentro</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elipse</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flecha</translation>
    </message>
    <message>
        <source>Midline shift</source>
        <translation>Desviación de la línea media</translation>
    </message>
    <message>
        <source>Evans index</source>
        <translation>Índice de Evans</translation>
    </message>
    <message>
        <source>ABC/2</source>
        <translation>ABC/2</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Imagen clave</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>No measure: pixel size unknown</source>
        <translation>Sin medida: tamaño de píxel desconocido</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Shift %1 mm</source>
        <translation>Desviación %1 mm</translation>
    </message>
    <message>
        <source>Evans index %1</source>
        <translation>Índice de Evans %1</translation>
    </message>
    <message>
        <source>ABC/2: %1 mL</source>
        <translation>ABC/2: %1 mL</translation>
    </message>
    <message>
        <source>%1 x %2 x %3 mm</source>
        <translation>%1 x %2 x %3 mm</translation>
    </message>
    <message>
        <source>%1 mL</source>
        <translation>%1 mL</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 aviso</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 avisos</translation>
    </message>
    <message>
        <source>%1° from %2</source>
        <translation>%1° respecto al %2</translation>
    </message>
    <message>
        <source>Gap: next slice is %1 mm away</source>
        <translation>Hueco: el corte siguiente está a %1 mm</translation>
    </message>
    <message>
        <source>Other half of the head</source>
        <translation>Otra mitad de la cabeza</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>En espejo</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Invertido</translation>
    </message>
    <message>
        <source>Slice %1/%2</source>
        <translation>Corte %1/%2</translation>
    </message>
    <message>
        <source>Hemorrhage in this slice: %1</source>
        <translation>Hemorragia en este corte: %1</translation>
    </message>
    <message>
        <source>Under the threshold: no heat shown</source>
        <translation>Bajo el umbral: no se muestra calor</translation>
    </message>
    <message>
        <source>%1, not a diagnosis</source>
        <translation>%1, no es un diagnóstico</translation>
    </message>
    <message>
        <source>No slice at this level: the nearest lies %1</source>
        <translation>Sin corte a este nivel: el más cercano está a %1</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Leyendo imágenes</translation>
    </message>
    <message>
        <source>%1, or drop folders, files or archives here</source>
        <translation>%1, o suelte aquí carpetas, archivos o ZIP</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Abrir una carpeta</translation>
    </message>
    <message>
        <source>There was no memory for this view: close other programs and open the series again</source>
        <translation>No hubo memoria para esta vista: cierre otros programas y vuelva a abrir la serie</translation>
    </message>
    <message>
        <source>This view follows when all slices are read</source>
        <translation>Esta vista aparecerá cuando se hayan leído todos los cortes</translation>
    </message>
    <message>
        <source>Less the other half</source>
        <translation>Menos la otra mitad</translation>
    </message>
    <message>
        <source>Less the series beside</source>
        <translation>Menos la serie de al lado</translation>
    </message>
    <message>
        <source>Less %1</source>
        <translation>Menos %1</translation>
    </message>
    <message>
        <source>The difference follows when the series beside is prepared</source>
        <translation>La diferencia aparecerá cuando la serie de al lado esté preparada</translation>
    </message>
    <message>
        <source>Oblique</source>
        <translation>Oblicuo</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Corte</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Coronal</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagital</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 corte</translation>
    </message>
    <message>
        <source>%1 slices</source>
        <translation>%1 cortes</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Cualquiera</translation>
    </message>
    <message>
        <source>Epidural</source>
        <translation>Epidural</translation>
    </message>
    <message>
        <source>Intraparenchymal</source>
        <translation>Intraparenquimatosa</translation>
    </message>
    <message>
        <source>Intraventricular</source>
        <translation>Intraventricular</translation>
    </message>
    <message>
        <source>Subarachnoid</source>
        <translation>Subaracnoidea</translation>
    </message>
    <message>
        <source>Subdural</source>
        <translation>Subdural</translation>
    </message>
    <message>
        <source>At %1 mm</source>
        <translation>En %1 mm</translation>
    </message>
    <message>
        <source>%1, %2, %3 mm</source>
        <translation>%1; %2; %3 mm</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>coronal</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagital</translation>
    </message>
    <message>
        <source>Sides unknown</source>
        <translation>Lados desconocidos</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULADO</translation>
    </message>
    <message>
        <source>Lossy compressed</source>
        <translation>Comprimido con pérdida</translation>
    </message>
    <message>
        <source>Lossy compressed %1:1</source>
        <translation>Comprimido con pérdida %1:1</translation>
    </message>
    <message>
        <source>%1 away</source>
        <translation>%1 de distancia</translation>
    </message>
    <message>
        <source>left</source>
        <translation>izquierda</translation>
    </message>
    <message>
        <source>right</source>
        <translation>derecha</translation>
    </message>
    <message>
        <source>posterior</source>
        <translation>posterior</translation>
    </message>
    <message>
        <source>anterior</source>
        <translation>anterior</translation>
    </message>
    <message>
        <source>superior</source>
        <translation>superior</translation>
    </message>
    <message>
        <source>inferior</source>
        <translation>inferior</translation>
    </message>
    <message>
        <source>Mean of %1 mm</source>
        <translation>Media de %1 mm</translation>
    </message>
    <message>
        <source>Maximum of %1 mm</source>
        <translation>Máximo de %1 mm</translation>
    </message>
    <message>
        <source>Minimum of %1 mm</source>
        <translation>Mínimo de %1 mm</translation>
    </message>
    <message>
        <source>yyyy-MM-dd</source>
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 semanas</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guía de uso</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Every key</source>
        <translation>Todas las teclas</translation>
    </message>
    <message>
        <source>Log, as it is written</source>
        <translation>Registro técnico, según se escribe</translation>
    </message>
    <message>
        <source>Its box inwards in front; P L R S I: elsewhere</source>
        <translation>Su caja hacia dentro por delante; P L R S I: los demás</translation>
    </message>
    <message>
        <source>Its box outwards in front, and elsewhere</source>
        <translation>Su caja hacia fuera, igual</translation>
    </message>
    <message>
        <source>Box: front inwards</source>
        <translation>Caja: cara anterior hacia dentro</translation>
    </message>
    <message>
        <source>Box: front outwards</source>
        <translation>Caja: cara anterior hacia fuera</translation>
    </message>
    <message>
        <source>Box: back inwards</source>
        <translation>Caja: cara posterior hacia dentro</translation>
    </message>
    <message>
        <source>Box: back outwards</source>
        <translation>Caja: cara posterior hacia fuera</translation>
    </message>
    <message>
        <source>Box: patient&apos;s left inwards</source>
        <translation>Caja: izquierda del paciente hacia dentro</translation>
    </message>
    <message>
        <source>Box: patient&apos;s left outwards</source>
        <translation>Caja: izquierda del paciente hacia fuera</translation>
    </message>
    <message>
        <source>Box: patient&apos;s right inwards</source>
        <translation>Caja: derecha del paciente hacia dentro</translation>
    </message>
    <message>
        <source>Box: patient&apos;s right outwards</source>
        <translation>Caja: derecha del paciente hacia fuera</translation>
    </message>
    <message>
        <source>Box: top inwards</source>
        <translation>Caja: cara superior hacia dentro</translation>
    </message>
    <message>
        <source>Box: top outwards</source>
        <translation>Caja: cara superior hacia fuera</translation>
    </message>
    <message>
        <source>Box: bottom inwards</source>
        <translation>Caja: cara inferior hacia dentro</translation>
    </message>
    <message>
        <source>Box: bottom outwards</source>
        <translation>Caja: cara inferior hacia fuera</translation>
    </message>
    <message>
        <source>Planes along the canthomeatal line</source>
        <translation>Planos según la línea cantomeatal</translation>
    </message>
    <message>
        <source>iMRMC (*.imrmc)</source>
        <translation>iMRMC (*.imrmc)</translation>
    </message>
    <message>
        <source>RJafroc (*.xlsx)</source>
        <translation>RJafroc (*.xlsx)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>CPU, 1 thread</source>
        <translation>CPU, 1 hilo</translation>
    </message>
    <message>
        <source>CPU, %1 threads</source>
        <translation>CPU, %1 hilos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>%1 is there already. Write over it?</source>
        <translation>%1 ya existe. ¿Sobrescribirlo?</translation>
    </message>
    <message>
        <source>%1, too few for an interval</source>
        <translation>%1, muy pocas para un intervalo</translation>
    </message>
    <message>
        <source>Time: %1 s.</source>
        <translation>Tiempo: %1 s.</translation>
    </message>
    <message>
        <source>It is shown with the next step.</source>
        <translation>Se muestra con el paso siguiente.</translation>
    </message>
    <message>
        <source>over %1 on %2</source>
        <translation>más de %1 el %2</translation>
    </message>
    <message>
        <source>no blood measured</source>
        <translation>sin sangre medida</translation>
    </message>
    <message>
        <source>ABC/2: longest, across it, first and last slice</source>
        <translation>ABC/2: más largo, perpendicular, primer y último corte</translation>
    </message>
    <message>
        <source>ABC/2 of the nearest finding, or by hand</source>
        <translation>ABC/2 del hallazgo más cercano, o a mano</translation>
    </message>
    <message>
        <source>1 of 2: the frontal horns&apos; width</source>
        <translation>1 de 2: el ancho de las astas frontales</translation>
    </message>
    <message>
        <source>2 of 2: the skull&apos;s inner width</source>
        <translation>2 de 2: el ancho interno del cráneo</translation>
    </message>
    <message>
        <source>1 of 3: the longest diameter</source>
        <translation>1 de 3: el diámetro más largo</translation>
    </message>
    <message>
        <source>2 of 3: the longest across it</source>
        <translation>2 de 3: el más largo perpendicular a este</translation>
    </message>
    <message>
        <source>3 of 3: click in the first slice with blood,</source>
        <translation>3 de 3: haga clic en el primer corte con sangre,</translation>
    </message>
    <message>
        <source>then in the last</source>
        <translation>luego en el último</translation>
    </message>
    <message>
        <source>Ctrl + right drag</source>
        <translation>Ctrl + arrastrar con el derecho</translation>
    </message>
    <message>
        <source>Thicker or thinner slab</source>
        <translation>Bloque más grueso o más fino</translation>
    </message>
    <message>
        <source>The other half of the head beside this one, or back</source>
        <translation>La otra mitad de la cabeza junto a esta, o volver</translation>
    </message>
    <message>
        <source>One plane</source>
        <translation>Un plano</translation>
    </message>
    <message>
        <source>What is grey here, this site has fixed.</source>
        <translation>Lo que aquí está en gris lo ha fijado este centro.</translation>
    </message>
    <message>
        <source>Which model reads along</source>
        <translation>Qué modelo hace la segunda lectura</translation>
    </message>
</context>
<context>
    <name>hemo::ui::About</name>
    <message>
        <source>&lt;h2&gt;Hemoscope %1&lt;/h2&gt;</source>
        <translation>&lt;h2&gt;Hemoscope %1&lt;/h2&gt;</translation>
    </message>
    <message>
        <source>A viewer for head CT that reads along. &lt;b&gt;Not a medical device&lt;/b&gt;: for research and teaching, and what it says is no diagnosis.</source>
        <translation>Un visor de TC de cráneo que lee con usted. &lt;b&gt;No es un producto sanitario&lt;/b&gt;: es para investigación y docencia, y lo que dice no es un diagnóstico.</translation>
    </message>
    <message>
        <source>The method is that of Cortés-Ferre et al., &lt;i&gt;Deep Learning Applied to Intracranial Hemorrhage Detection&lt;/i&gt;, J. Imaging 2023, 9(2), 37.</source>
        <translation>El método es el de Cortés-Ferre et al., &lt;i&gt;Deep Learning Applied to Intracranial Hemorrhage Detection&lt;/i&gt;, J. Imaging 2023, 9(2), 37.</translation>
    </message>
    <message>
        <source>Model: it has not read yet.</source>
        <translation>Modelo: aún no ha leído.</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modelo: %1</translation>
    </message>
    <message>
        <source>The program is under the Apache License 2.0. Qt is under the LGPL 3; VTK, GDCM and LibTorch under BSD licences; ITK under the Apache License 2.0; the Inter typeface under the SIL Open Font License. The model was taught with PHE-SICH-CT-IDS, CT-ICH and slices of RSNA 2019, and is for research and teaching only: its card, &lt;i&gt;card.md&lt;/i&gt; in its folder, says more.</source>
        <translation>El programa está bajo la Apache License 2.0. Qt está bajo la LGPL 3; VTK, GDCM y LibTorch bajo licencias BSD; ITK bajo la Apache License 2.0; el tipo de letra Inter bajo la SIL Open Font License. El modelo se entrenó con PHE-SICH-CT-IDS, CT-ICH y cortes de RSNA 2019, y es solo para investigación y docencia: su ficha, &lt;i&gt;card.md&lt;/i&gt; en su carpeta, dice más.</translation>
    </message>
    <message>
        <source>Diagnostics and log</source>
        <translation>Diagnóstico y registro</translation>
    </message>
    <message>
        <source>About Hemoscope</source>
        <translation>Acerca de Hemoscope</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Nothing of a patient is in it.</source>
        <translation>No contiene nada de ningún paciente.</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Model: %1. It has not read yet.</source>
        <translation>Modelo: %1. Aún no ha leído.</translation>
    </message>
</context>
<context>
    <name>hemo::ui::AppearancePage</name>
    <message>
        <source>violet, red, yellow</source>
        <translation>violeta, rojo, amarillo</translation>
    </message>
    <message>
        <source>blue, green, yellow</source>
        <translation>azul, verde, amarillo</translation>
    </message>
    <message>
        <source>blue, grey, yellow: the same to colour-blind eyes</source>
        <translation>azul, gris, amarillo: igual para quien no distingue los colores</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscura</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Window:</source>
        <translation>Ventana:</translation>
    </message>
    <message>
        <source>Colours of heat:</source>
        <translation>Colores del calor:</translation>
    </message>
    <message>
        <source>Size of text and controls:</source>
        <translation>Tamaño del texto y los controles:</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Idioma:</translation>
    </message>
    <message>
        <source>Size and language change when Hemoscope is started again.</source>
        <translation>El tamaño y el idioma cambian al volver a iniciar Hemoscope.</translation>
    </message>
</context>
<context>
    <name>hemo::ui::Application</name>
    <message>
        <source>Thickness</source>
        <translation>Grosor</translation>
    </message>
</context>
<context>
    <name>hemo::ui::Audience</name>
    <message>
        <source>Hemoscope: audience</source>
        <translation>Hemoscope: público</translation>
    </message>
</context>
<context>
    <name>hemo::ui::AudienceView</name>
    <message>
        <source>What the audience sees</source>
        <translation>Lo que ve el público</translation>
    </message>
</context>
<context>
    <name>hemo::ui::BleedMaker</name>
    <message>
        <source> mL</source>
        <translation> mL</translation>
    </message>
    <message>
        <source> HU</source>
        <translation> HU</translation>
    </message>
    <message>
        <source>Draw a bleed</source>
        <translation>Dibujar hemorragia</translation>
    </message>
    <message>
        <source>At the crosshair</source>
        <translation>En la cruz</translation>
    </message>
    <message>
        <source>Where it is usual, on the patient&apos;s left</source>
        <translation>Donde es habitual, a la izquierda del paciente</translation>
    </message>
    <message>
        <source>Where it is usual, on the patient&apos;s right</source>
        <translation>Donde es habitual, a la derecha del paciente</translation>
    </message>
    <message>
        <source>Another number draws it a little otherwise; the same draws it again</source>
        <translation>Otro número la dibuja algo distinta; el mismo la dibuja igual</translation>
    </message>
    <message>
        <source>It is drawn into a copy without name and dates, which opens in place of the scan, says SIMULATED in every picture, and is in no reading log.</source>
        <translation>Se dibuja en una copia sin nombre ni fechas, que se abre en lugar de la exploración, dice SIMULADO en cada imagen y no está en ningún registro de lecturas.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densidad</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Draw it</source>
        <translation>Dibujarla</translation>
    </message>
</context>
<context>
    <name>hemo::ui::CaseMaker</name>
    <message>
        <source> Places: %1.</source>
        <translation> Lugares: %1.</translation>
    </message>
    <message>
        <source> Your key images, with their words: %1.</source>
        <translation> Sus imágenes clave, con su texto: %1.</translation>
    </message>
    <message>
        <source>Is there a bleed, which kind, and where?</source>
        <translation>¿Hay hemorragia, de qué tipo y dónde?</translation>
    </message>
    <message>
        <source>One a line; may stay empty</source>
        <translation>Una por línea; puede quedar vacío</translation>
    </message>
    <message>
        <source>One sentence a line</source>
        <translation>Una frase por línea</translation>
    </message>
    <message>
        <source>Add the case</source>
        <translation>Añadir el caso</translation>
    </message>
    <message>
        <source>Make a teaching case</source>
        <translation>Crear un caso docente</translation>
    </message>
    <message>
        <source>What is so comes from your reading: %1%2%3 A copy of the series without name, number and dates goes into the collection; look yourself whether a face or burnt-in text is in the images.</source>
        <translation>La respuesta correcta procede de su lectura: %1%2%3 Una copia de la serie sin nombre, número ni fechas pasa a la colección; compruebe usted si en las imágenes hay una cara o texto incrustado.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What brought the patient, without a name</source>
        <translation>Por qué vino el paciente, sin nombre</translation>
    </message>
    <message>
        <source>Who may show it: &quot;Our department only&quot;, &quot;CC BY 4.0&quot;</source>
        <translation>Quién puede mostrarlo: &quot;Solo nuestro servicio&quot;, &quot;CC BY 4.0&quot;</translation>
    </message>
    <message>
        <source>For beginners</source>
        <translation>Para principiantes</translation>
    </message>
    <message>
        <source>For the practised</source>
        <translation>Para avanzados</translation>
    </message>
    <message>
        <source>Difficult</source>
        <translation>Difícil</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>The right one</source>
        <translation>La correcta</translation>
    </message>
    <message>
        <source>It teaches</source>
        <translation>Puntos docentes</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>A folder; it is made where it is not there</source>
        <translation>Una carpeta; se crea si no existe</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>The folder of the collection</source>
        <translation>La carpeta de la colección</translation>
    </message>
    <message>
        <source>It needs a title.</source>
        <translation>Falta un título.</translation>
    </message>
    <message>
        <source>It needs a question.</source>
        <translation>Falta una pregunta.</translation>
    </message>
    <message>
        <source>Say who may show it.</source>
        <translation>Diga quién puede mostrarlo.</translation>
    </message>
    <message>
        <source>Two choices are the same.</source>
        <translation>Dos opciones son iguales.</translation>
    </message>
    <message>
        <source>Choose the folder of a collection.</source>
        <translation>Elija la carpeta de una colección.</translation>
    </message>
</context>
<context>
    <name>hemo::ui::CheatSheet</name>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas y ratón</translation>
    </message>
    <message>
        <source>&lt;b&gt;Hemoscope %1&lt;/b&gt;. For research and teaching. Not a medical device. &lt;a href=&apos;guide&apos;&gt;User guide&lt;/a&gt; &amp;nbsp; &lt;a href=&apos;about&apos;&gt;About, log and diagnostics&lt;/a&gt;</source>
        <translation>&lt;b&gt;Hemoscope %1&lt;/b&gt;. Para investigación y docencia. No es un producto sanitario. &lt;a href=&apos;guide&apos;&gt;Guía de uso&lt;/a&gt; &amp;nbsp; &lt;a href=&apos;about&apos;&gt;Acerca de, registro y diagnóstico&lt;/a&gt;</translation>
    </message>
</context>
<context>
    <name>hemo::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué desea hacer?</translation>
    </message>
    <message>
        <source>Words of a command</source>
        <translation>Palabras de una orden</translation>
    </message>
    <message>
        <source>%1 (not possible now)</source>
        <translation>%1 (ahora no es posible)</translation>
    </message>
    <message>
        <source>Nothing has these words: try fewer.</source>
        <translation>Nada tiene estas palabras: pruebe con menos.</translation>
    </message>
</context>
<context>
    <name>hemo::ui::CompareHeader</name>
    <message>
        <source>Current series</source>
        <translation>Serie actual</translation>
    </message>
    <message>
        <source>Series beside</source>
        <translation>Serie de al lado</translation>
    </message>
    <message>
        <source>Take this series away</source>
        <translation>Quitar esta serie</translation>
    </message>
</context>
<context>
    <name>hemo::ui::Exporting</name>
    <message>
        <source>Save this view, without the patient&apos;s name</source>
        <translation>Guardar esta vista, sin el nombre del paciente</translation>
    </message>
    <message>
        <source>Save a picture of the window as it is</source>
        <translation>Guardar una imagen de la ventana tal como está</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Save the slices of this view as a moving picture, without the patient&apos;s name</source>
        <translation>Guardar los cortes de esta vista como imagen animada, sin el nombre del paciente</translation>
    </message>
    <message>
        <source>GIF (*.gif)</source>
        <translation>GIF (*.gif)</translation>
    </message>
    <message>
        <source>A folder for all slices of this view, without the patient&apos;s name</source>
        <translation>Una carpeta para todos los cortes de esta vista, sin el nombre del paciente</translation>
    </message>
</context>
<context>
    <name>hemo::ui::FindingBars</name>
    <message>
        <source>Probabilities of this slice</source>
        <translation>Probabilidades de este corte</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Aún sin leer</translation>
    </message>
</context>
<context>
    <name>hemo::ui::FindingList</name>
    <message>
        <source>Findings</source>
        <translation>Hallazgos</translation>
    </message>
    <message>
        <source>Go to finding %1: %2</source>
        <translation>Ir al hallazgo %1: %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>and %1 more: press %2 for the next</source>
        <translation>y %1 más: pulse %2 para el siguiente</translation>
    </message>
</context>
<context>
    <name>hemo::ui::FoldersPage</name>
    <message>
        <source>Marks</source>
        <translation>Marcas</translation>
    </message>
    <message>
        <source>Your own readings</source>
        <translation>Sus propias lecturas</translation>
    </message>
    <message>
        <source>Reading log</source>
        <translation>Registro de lecturas</translation>
    </message>
    <message>
        <source>How cases went</source>
        <translation>Cómo fueron los casos</translation>
    </message>
    <message>
        <source>Recent studies</source>
        <translation>Estudios recientes</translation>
    </message>
    <message>
        <source>Answers of the second reader</source>
        <translation>Respuestas del segundo lector</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Saved last</source>
        <translation>Último guardado</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada todavía</translation>
    </message>
    <message>
        <source>Nothing is kept beside images. Recent studies and answers can be deleted at any time.</source>
        <translation>Nada se guarda junto a las imágenes. Los estudios recientes y las respuestas se pueden borrar en cualquier momento.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show the folder: %1</source>
        <translation>Mostrar la carpeta: %1</translation>
    </message>
    <message>
        <source>In a window of files</source>
        <translation>En una ventana de archivos</translation>
    </message>
    <message>
        <source>Nothing is kept there yet.</source>
        <translation>Allí aún no se guarda nada.</translation>
    </message>
    <message>
        <source>No program here shows folders: copy its path and go there yourself.</source>
        <translation>Ningún programa muestra carpetas aquí: copie la ruta y vaya usted mismo.</translation>
    </message>
</context>
<context>
    <name>hemo::ui::Guide</name>
    <message>
        <source>User guide</source>
        <translation>Guía de uso</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Every key</source>
        <translation>Todas las teclas</translation>
    </message>
</context>
<context>
    <name>hemo::ui::HeatRow</name>
    <message>
        <source>Heat map</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>Previous suspicious slice</source>
        <translation>Corte sospechoso anterior</translation>
    </message>
    <message>
        <source>Next suspicious slice</source>
        <translation>Corte sospechoso siguiente</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Opacidad del mapa de calor</translation>
    </message>
</context>
<context>
    <name>hemo::ui::KeysPage</name>
    <message>
        <source>Commands and their keys</source>
        <translation>Órdenes y sus teclas</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarla</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin tecla</translation>
    </message>
    <message>
        <source>Usual key</source>
        <translation>Tecla habitual</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>Todas las habituales</translation>
    </message>
    <message>
        <source>Words of a command, or its key</source>
        <translation>Palabras de una orden, o su tecla</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>Tecla nueva: púlsela</translation>
    </message>
    <message>
        <source>New key:</source>
        <translation>Tecla nueva:</translation>
    </message>
    <message>
        <source>Choose a command, then press its new key.</source>
        <translation>Elija una orden y pulse su tecla nueva.</translation>
    </message>
    <message>
        <source>This site has fixed the key of this command.</source>
        <translation>Este centro ha fijado la tecla de esta orden.</translation>
    </message>
    <message>
        <source>Press the new key for “%1”.</source>
        <translation>Pulse la tecla nueva para “%1”.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 está libre.</translation>
    </message>
    <message>
        <source>%1 stands for it already.</source>
        <translation>%1 ya corresponde a esta orden.</translation>
    </message>
    <message>
        <source>%1 stands for “%2”, which this site has fixed: press another key.</source>
        <translation>%1 corresponde a “%2”, que este centro ha fijado: pulse otra tecla.</translation>
    </message>
    <message>
        <source>%1 stands for “%2”, which loses it if you use it here.</source>
        <translation>%1 corresponde a “%2”, que la pierde si la usa aquí.</translation>
    </message>
</context>
<context>
    <name>hemo::ui::LayoutButton</name>
    <message>
        <source>Keep what is seen</source>
        <translation>Guardar lo que se ve</translation>
    </message>
    <message>
        <source>Own arrangement %1: %2</source>
        <translation>Disposición propia %1: %2</translation>
    </message>
    <message>
        <source>two series beside each other</source>
        <translation>dos series una al lado de otra</translation>
    </message>
    <message>
        <source>What is seen: views and arrangements</source>
        <translation>Qué se ve: vistas y disposiciones</translation>
    </message>
</context>
<context>
    <name>hemo::ui::LessonBox</name>
    <message>
        <source>Case to learn from</source>
        <translation>Caso para aprender</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Caso siguiente</translation>
    </message>
    <message>
        <source>Another case</source>
        <translation>Otro caso</translation>
    </message>
    <message>
        <source>All cases are read; those that went wrong come back later.</source>
        <translation>Todos los casos están leídos; los fallados vuelven más tarde.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>%1 (right)</source>
        <translation>%1 (correcta)</translation>
    </message>
    <message>
        <source>Key image: slice %1</source>
        <translation>Imagen clave: corte %1</translation>
    </message>
    <message>
        <source>Slice %1: %2</source>
        <translation>Corte %1: %2</translation>
    </message>
</context>
<context>
    <name>hemo::ui::LogPage</name>
    <message>
        <source>Your readings by way of reading</source>
        <translation>Sus lecturas por modo de lectura</translation>
    </message>
    <message>
        <source>Keep a log of my readings</source>
        <translation>Llevar un registro de mis lecturas</translation>
    </message>
    <message>
        <source>Reading log</source>
        <translation>Registro de lecturas</translation>
    </message>
    <message>
        <source>Truth from a table…</source>
        <translation>Respuestas de una tabla…</translation>
    </message>
    <message>
        <source>A table with the columns StudyInstanceUID and bleed (1 or 0), as CSV.</source>
        <translation>Una tabla con las columnas StudyInstanceUID y bleed (1 o 0), en CSV.</translation>
    </message>
    <message>
        <source>Save the log…</source>
        <translation>Guardar el registro…</translation>
    </message>
    <message>
        <source>Empty the log…</source>
        <translation>Vaciar el registro…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>This site has fixed whether readings are logged.</source>
        <translation>Este centro ha fijado si las lecturas se registran.</translation>
    </message>
    <message>
        <source>Save the reading log</source>
        <translation>Guardar el registro de lecturas</translation>
    </message>
    <message>
        <source>A table with the columns StudyInstanceUID and bleed</source>
        <translation>Una tabla con las columnas StudyInstanceUID y bleed</translation>
    </message>
    <message>
        <source>Table (*.csv *.txt)</source>
        <translation>Tabla (*.csv *.txt)</translation>
    </message>
    <message>
        <source>Empty the log</source>
        <translation>Vaciar el registro</translation>
    </message>
    <message>
        <source>Forget all readings in the log? Your verdicts and marks stay where they are.</source>
        <translation>¿Olvidar todas las lecturas del registro? Sus dictámenes y marcas se quedan donde están.</translation>
    </message>
    <message>
        <source>The log stays on this computer until you empty it. It names neither patients nor readers: both are numbers that mean nothing elsewhere, but in a study that you share. Intervals are 95 %.</source>
        <translation>El registro permanece en este ordenador hasta que usted lo vacíe. No nombra pacientes ni lectores: son números sin significado en otra parte, salvo en un estudio que comparta. Los intervalos son del 95 %.</translation>
    </message>
    <message>
        <source>Shared study…</source>
        <translation>Estudio compartido…</translation>
    </message>
    <message>
        <source>Logs of several readers that can be joined.</source>
        <translation>Registros de varios lectores que se pueden unir.</translation>
    </message>
    <message>
        <source>To be joined (*.json)</source>
        <translation>Para unir (*.json)</translation>
    </message>
</context>
<context>
    <name>hemo::ui::LogWindow</name>
    <message>
        <source>Log</source>
        <translation>Registro técnico</translation>
    </message>
    <message>
        <source>Nothing of a patient is in it.</source>
        <translation>No contiene nada de ningún paciente.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>hemo::ui::MainWindow</name>
    <message>
        <source>Hemoscope</source>
        <translation>Hemoscope</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>Ventanas predefinidas</translation>
    </message>
    <message>
        <source>Window presets (0 to 7)</source>
        <translation>Ventanas predefinidas (0 a 7)</translation>
    </message>
    <message>
        <source>%1  W %2 L %3</source>
        <translation>%1  W %2 L %3</translation>
    </message>
    <message>
        <source>A model&apos;s folder, with model.json</source>
        <translation>La carpeta de un modelo, con model.json</translation>
    </message>
</context>
<context>
    <name>hemo::ui::MarkButton</name>
    <message>
        <source>Measure and mark</source>
        <translation>Medir y marcar</translation>
    </message>
</context>
<context>
    <name>hemo::ui::MarkList</name>
    <message>
        <source>MARKS</source>
        <translation>MARCAS</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marcas</translation>
    </message>
    <message>
        <source>Go to the mark; Delete removes it, Ctrl+Z brings it back</source>
        <translation>Ir a la marca; Supr la quita, Ctrl+Z la recupera</translation>
    </message>
    <message>
        <source>, slice %1</source>
        <translation>, corte %1</translation>
    </message>
</context>
<context>
    <name>hemo::ui::MarkTextEdit</name>
    <message>
        <source>Words at the mark</source>
        <translation>Texto de la marca</translation>
    </message>
    <message>
        <source>Words, then Enter</source>
        <translation>Texto, luego Enter</translation>
    </message>
</context>
<context>
    <name>hemo::ui::ModelButton</name>
    <message>
        <source>%1: %2 px, names the kind of bleed</source>
        <translation>%1: %2 px, nombra el tipo de hemorragia</translation>
    </message>
    <message>
        <source>%1: %2 px, any bleed, without its kind</source>
        <translation>%1: %2 px, cualquier hemorragia, sin su tipo</translation>
    </message>
    <message>
        <source>Model ▾</source>
        <translation>Modelo ▾</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>Añadir un modelo…</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modelo: %1</translation>
    </message>
    <message>
        <source>This site, or how Hemoscope was started, has fixed which model reads.</source>
        <translation>Este centro, o la manera de iniciar Hemoscope, ha fijado qué modelo lee.</translation>
    </message>
    <message>
        <source>Which model reads; what is seen is read again, what it read before comes back at once.</source>
        <translation>Qué modelo lee; lo que se ve se lee de nuevo, lo que ya leyó antes vuelve enseguida.</translation>
    </message>
</context>
<context>
    <name>hemo::ui::MouseButtons</name>
    <message>
        <source>window</source>
        <translation>ventana</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>desplazar</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>zoom</translation>
    </message>
    <message>
        <source>slices</source>
        <translation>cortes</translation>
    </message>
    <message>
        <source>Middle button of the mouse:</source>
        <translation>Botón central del ratón:</translation>
    </message>
    <message>
        <source>Right button:</source>
        <translation>Botón derecho:</translation>
    </message>
    <message>
        <source>thickness</source>
        <translation>grosor</translation>
    </message>
</context>
<context>
    <name>hemo::ui::Opening</name>
    <message>
        <source>Add a folder of images to the list</source>
        <translation>Añadir una carpeta de imágenes a la lista</translation>
    </message>
    <message>
        <source>Open a folder of images</source>
        <translation>Abrir una carpeta de imágenes</translation>
    </message>
    <message>
        <source>Open images or archives</source>
        <translation>Abrir imágenes o archivos ZIP</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>DICOM, ZIP, NIfTI, NRRD and MetaImage (*.dcm *.ima DICOMDIR *.zip *.nii *.nii.gz *.nrrd *.nhdr *.mha *.mhd)</source>
        <translation>DICOM, ZIP, NIfTI, NRRD y MetaImage (*.dcm *.ima DICOMDIR *.zip *.nii *.nii.gz *.nrrd *.nhdr *.mha *.mhd)</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Vaciar lista</translation>
    </message>
</context>
<context>
    <name>hemo::ui::OpeningPage</name>
    <message>
        <source>As the one before it stood</source>
        <translation>Como estaba la anterior</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Beside the last one</source>
        <translation>Junto a la última</translation>
    </message>
    <message>
        <source>Clear the list now…</source>
        <translation>Vaciar la lista ahora…</translation>
    </message>
    <message>
        <source>A series that is seen for the first time:</source>
        <translation>Una serie que se ve por primera vez:</translation>
    </message>
    <message>
        <source>Open begins in:</source>
        <translation>Abrir comienza en:</translation>
    </message>
    <message>
        <source>Recent studies in the list:</source>
        <translation>Estudios recientes en la lista:</translation>
    </message>
    <message>
        <source>beside the last one</source>
        <translation>junto a la última</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>the last %1</source>
        <translation>los últimos %1</translation>
    </message>
    <message>
        <source>Where opening begins</source>
        <translation>Dónde comienza abrir</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Vaciar la lista</translation>
    </message>
    <message>
        <source>Forget which studies were opened, and where something was saved? The images stay where they are.</source>
        <translation>¿Olvidar qué estudios se abrieron y dónde se guardó algo? Las imágenes se quedan donde están.</translation>
    </message>
</context>
<context>
    <name>hemo::ui::OwnFindingList</name>
    <message>
        <source>Go there</source>
        <translation>Ir allí</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Ir a %1</translation>
    </message>
    <message>
        <source>Your own findings</source>
        <translation>Sus propios hallazgos</translation>
    </message>
    <message>
        <source>Add a finding</source>
        <translation>Añadir un hallazgo</translation>
    </message>
    <message>
        <source>The next click in a picture is a finding of your own</source>
        <translation>El próximo clic en una imagen es un hallazgo propio</translation>
    </message>
    <message>
        <source>Yours · slice %1</source>
        <translation>Suyo · corte %1</translation>
    </message>
    <message>
        <source>Take this finding away</source>
        <translation>Quitar este hallazgo</translation>
    </message>
    <message>
        <source>Take this finding away; undo brings it back</source>
        <translation>Quitar este hallazgo; deshacer lo recupera</translation>
    </message>
</context>
<context>
    <name>hemo::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Window presets</source>
        <translation>Ventanas predefinidas</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas y ratón</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Apertura</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
</context>
<context>
    <name>hemo::ui::PresetsPage</name>
    <message>
        <source> HU</source>
        <translation> HU</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>Todas las habituales</translation>
    </message>
    <message>
        <source>This site has fixed the window presets.</source>
        <translation>Este centro ha fijado las ventanas predefinidas.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ancho</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Width of window %1</source>
        <translation>Ancho de la ventana %1</translation>
    </message>
    <message>
        <source>Centre of window %1</source>
        <translation>Centro de la ventana %1</translation>
    </message>
    <message>
        <source>Name of window %1</source>
        <translation>Nombre de la ventana %1</translation>
    </message>
</context>
<context>
    <name>hemo::ui::ProbabilityStrip</name>
    <message>
        <source>Probability strip</source>
        <translation>Banda de probabilidad</translation>
    </message>
    <message>
        <source>No series is open</source>
        <translation>Ninguna serie está abierta</translation>
    </message>
    <message>
        <source>No slice at this level</source>
        <translation>Sin corte a este nivel</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Aún sin leer</translation>
    </message>
    <message>
        <source>Your reading first</source>
        <translation>Primero su lectura</translation>
    </message>
    <message>
        <source>Blind reading</source>
        <translation>Lectura a ciegas</translation>
    </message>
    <message>
        <source>Slice %1 of %2</source>
        <translation>Corte %1 de %2</translation>
    </message>
    <message>
        <source>%1, not a diagnosis</source>
        <translation>%1, no es un diagnóstico</translation>
    </message>
</context>
<context>
    <name>hemo::ui::ReadingPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Keep a log of my readings</source>
        <translation>Llevar un registro de mis lecturas</translation>
    </message>
    <message>
        <source>Read all that is listed while nothing else is to do</source>
        <translation>Leer todo lo de la lista mientras no haya nada más que hacer</translation>
    </message>
    <message>
        <source>Show patients&apos; names</source>
        <translation>Mostrar nombres de pacientes</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Memory for series that were looked at</source>
        <translation>Memoria para series ya vistas</translation>
    </message>
    <message>
        <source>Memory for series that were looked at:</source>
        <translation>Memoria para series ya vistas:</translation>
    </message>
    <message>
        <source>Blood that a click measures, from</source>
        <translation>Sangre que mide un clic, desde</translation>
    </message>
    <message>
        <source>Blood that a click measures, up to</source>
        <translation>Sangre que mide un clic, hasta</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>Blood that a click measures (Shift+L):</source>
        <translation>Sangre que mide un clic (Mayús+L):</translation>
    </message>
</context>
<context>
    <name>hemo::ui::RecentList</name>
    <message>
        <source>Recent studies</source>
        <translation>Estudios recientes</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Vaciar lista</translation>
    </message>
    <message>
        <source>Forget what was opened; the images stay where they are</source>
        <translation>Olvidar lo que se abrió; las imágenes se quedan donde están</translation>
    </message>
</context>
<context>
    <name>hemo::ui::ReviewBar</name>
    <message>
        <source>Your view of this finding</source>
        <translation>Su opinión sobre este hallazgo</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Dudoso</translation>
    </message>
    <message>
        <source>Your words on it</source>
        <translation>Su comentario</translation>
    </message>
    <message>
        <source>Your words on this finding</source>
        <translation>Su comentario sobre este hallazgo</translation>
    </message>
    <message>
        <source>Why it is no bleed of today</source>
        <translation>Por qué no es una hemorragia de hoy</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sin motivo indicado</translation>
    </message>
    <message>
        <source>Why: %1 ▾</source>
        <translation>Por qué: %1 ▾</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Por qué: %1</translation>
    </message>
</context>
<context>
    <name>hemo::ui::RocPlot</name>
    <message>
        <source>False alarms</source>
        <translation>Falsas alarmas</translation>
    </message>
    <message>
        <source>Bleeds found</source>
        <translation>Hemorragias halladas</translation>
    </message>
    <message>
        <source>Your ROC curves</source>
        <translation>Sus curvas ROC</translation>
    </message>
    <message>
        <source>%1: area %2</source>
        <translation>%1: área %2</translation>
    </message>
</context>
<context>
    <name>hemo::ui::RuleButton</name>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>By which of the model&apos;s rules the slices are judged; nothing is read again.</source>
        <translation>Según qué regla del modelo se juzgan los cortes; nada se vuelve a leer.</translation>
    </message>
    <message>
        <source>Rule: %1 ▾</source>
        <translation>Regla: %1 ▾</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Regla: %1</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1: %2 over %3</source>
        <translation>%1: %2 por encima de %3</translation>
    </message>
</context>
<context>
    <name>hemo::ui::Screenshot</name>
    <message>
        <source>The window was not ready in time: no picture was saved; try again on a quieter machine.</source>
        <translation>La ventana no estuvo lista a tiempo: no se guardó ninguna imagen; pruebe de nuevo con el equipo menos ocupado.</translation>
    </message>
    <message>
        <source>The picture cannot be saved there: choose another place.</source>
        <translation>La imagen no se puede guardar ahí: elija otro lugar.</translation>
    </message>
</context>
<context>
    <name>hemo::ui::SeriesItem</name>
    <message>
        <source>beside</source>
        <translation>al lado</translation>
    </message>
    <message>
        <source>first choice</source>
        <translation>preferida</translation>
    </message>
</context>
<context>
    <name>hemo::ui::SeriesPanel</name>
    <message>
        <source>1 other file was skipped.</source>
        <translation>Se omitió 1 archivo de otro tipo.</translation>
    </message>
    <message>
        <source>%1 other files were skipped.</source>
        <translation>Se omitieron %1 archivos de otro tipo.</translation>
    </message>
    <message>
        <source>Studies and warnings</source>
        <translation>Estudios y avisos</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Cargando</translation>
    </message>
    <message>
        <source>WARNINGS</source>
        <translation>AVISOS</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>RECENT STUDIES</source>
        <translation>ESTUDIOS RECIENTES</translation>
    </message>
    <message>
        <source>STUDIES</source>
        <translation>ESTUDIOS</translation>
    </message>
    <message>
        <source>Opened first: %1</source>
        <translation>Abierta primero: %1</translation>
    </message>
    <message>
        <source>Beside: %1</source>
        <translation>Al lado: %1</translation>
    </message>
</context>
<context>
    <name>hemo::ui::SeriesTree</name>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Open this series</source>
        <translation>Abrir esta serie</translation>
    </message>
    <message>
        <source>Compare with this series</source>
        <translation>Comparar con esta serie</translation>
    </message>
</context>
<context>
    <name>hemo::ui::SideBySide</name>
    <message>
        <source>1 finding</source>
        <translation>1 hallazgo</translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation>%1 hallazgos</translation>
    </message>
    <message>
        <source>Both readings</source>
        <translation>Ambas lecturas</translation>
    </message>
    <message>
        <source>YOU</source>
        <translation>USTED</translation>
    </message>
    <message>
        <source>SECOND READER</source>
        <translation>SEGUNDO LECTOR</translation>
    </message>
    <message>
        <source>Your reading</source>
        <translation>Su lectura</translation>
    </message>
    <message>
        <source>Second reader</source>
        <translation>Segundo lector</translation>
    </message>
</context>
<context>
    <name>hemo::ui::SliceView</name>
    <message>
        <source>%1 HU</source>
        <translation>%1 HU</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Al lado</translation>
    </message>
    <message>
        <source>Slices of the series beside</source>
        <translation>Cortes de la serie de al lado</translation>
    </message>
    <message>
        <source>%1 slices</source>
        <translation>%1 cortes</translation>
    </message>
    <message>
        <source>%1 view, empty</source>
        <translation>%1, vista vacía</translation>
    </message>
    <message>
        <source>%1 view, no slice at this level</source>
        <translation>%1, vista sin corte a este nivel</translation>
    </message>
    <message>
        <source>%1 view, slice %2 of %3</source>
        <translation>%1, vista: corte %2 de %3</translation>
    </message>
    <message>
        <source>%1 view, %2</source>
        <translation>%1, vista: %2</translation>
    </message>
</context>
<context>
    <name>hemo::ui::StatusStrip</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Under the cursor</source>
        <translation>Bajo el cursor</translation>
    </message>
    <message>
        <source>Beside: %1</source>
        <translation>Al lado: %1</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Corte</translation>
    </message>
    <message>
        <source>Slice %1/%2</source>
        <translation>Corte %1/%2</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Descartar el mensaje</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>Detener la carga</translation>
    </message>
    <message>
        <source>HU %1</source>
        <translation>HU %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>En %1</translation>
    </message>
</context>
<context>
    <name>hemo::ui::StudyDialog</name>
    <message>
        <source>At least %1 letters that nobody guesses.</source>
        <translation>Al menos %1 letras que nadie adivine.</translation>
    </message>
    <message>
        <source>A number or letters that no other reader of the study has.</source>
        <translation>Un número o letras que no tenga ningún otro lector del estudio.</translation>
    </message>
    <message>
        <source>Begin the study</source>
        <translation>Comenzar el estudio</translation>
    </message>
    <message>
        <source>Shared study</source>
        <translation>Estudio compartido</translation>
    </message>
    <message>
        <source>Several readers, each at a computer of their own, type the same study word before they read, and each a sign of their own. Their logs then have the same numbers for the same scans and can be joined. A log that has readings must be emptied first.</source>
        <translation>Varios lectores, cada uno en su ordenador, escriben antes de leer la misma palabra de estudio y cada uno un signo propio. Así sus registros tienen los mismos números para las mismas exploraciones y se pueden unir. Un registro con lecturas debe vaciarse antes.</translation>
    </message>
    <message>
        <source>Study word</source>
        <translation>Palabra de estudio</translation>
    </message>
    <message>
        <source>Your sign</source>
        <translation>Su signo</translation>
    </message>
    <message>
        <source>Afterwards each reader saves the log as &quot;To be joined&quot; and one of them joins the files, with the own log or without. Who knows the word and a scan can find that scan in them.</source>
        <translation>Después cada lector guarda el registro como &quot;Para unir&quot; y uno de ellos une los archivos, con su propio registro o sin él. Quien conozca la palabra y una exploración puede encontrarla en ellos.</translation>
    </message>
    <message>
        <source>Join logs…</source>
        <translation>Unir registros…</translation>
    </message>
    <message>
        <source>Logs that were saved to be joined</source>
        <translation>Registros guardados para unirlos</translation>
    </message>
    <message>
        <source>To be joined (*.json)</source>
        <translation>Para unir (*.json)</translation>
    </message>
    <message>
        <source>Save the joined logs</source>
        <translation>Guardar los registros unidos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>hemo::ui::Teaching</name>
    <message>
        <source>A collection of cases: its cases.json, or a ZIP archive</source>
        <translation>Una colección de casos: su cases.json, o un archivo ZIP</translation>
    </message>
    <message>
        <source>Collections of cases (cases.json *.zip *.ZIP)</source>
        <translation>Colecciones de casos (cases.json *.zip *.ZIP)</translation>
    </message>
    <message>
        <source>A surprise</source>
        <translation>Una sorpresa</translation>
    </message>
    <message>
        <source>Is this scan known to show no bleed?</source>
        <translation>¿Se sabe que esta exploración no muestra hemorragia?</translation>
    </message>
    <message>
        <source>A bleed of some kind, size and place will be drawn into a copy of it, or none. Only what is drawn counts as one.</source>
        <translation>Se dibujará en una copia una hemorragia de algún tipo, tamaño y lugar, o ninguna. Solo lo dibujado cuenta como hemorragia.</translation>
    </message>
    <message>
        <source>It shows none: surprise me</source>
        <translation>No muestra ninguna: sorpréndame</translation>
    </message>
</context>
<context>
    <name>hemo::ui::ThousandDots</name>
    <message>
        <source>Of 1,000 patients: %1 bleed and are found, %2 bleed and are missed, %3 do not and are suspected, %4 do not and are passed</source>
        <translation>De 1000 pacientes: %1 sangran y se detectan, %2 sangran y se pasan por alto, %3 no sangran y hay sospecha, %4 no sangran y se dan por buenos</translation>
    </message>
</context>
<context>
    <name>hemo::ui::VerdictCard</name>
    <message>
        <source>Second reader</source>
        <translation>Segundo lector</translation>
    </message>
    <message>
        <source>SECOND READER</source>
        <translation>SEGUNDO LECTOR</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>Quién respondió</translation>
    </message>
    <message>
        <source>For research and teaching. Not a diagnosis.</source>
        <translation>Para investigación y docencia. No es un diagnóstico.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Progress of the second reader</source>
        <translation>Progreso del segundo lector</translation>
    </message>
    <message>
        <source>SECOND READER: %1</source>
        <translation>SEGUNDO LECTOR: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Read this series</source>
        <translation>Leer esta serie</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>THIS SLICE</source>
        <translation>ESTE CORTE</translation>
    </message>
    <message>
        <source>SLICE %1</source>
        <translation>CORTE %1</translation>
    </message>
    <message>
        <source>NO SLICE AT THIS LEVEL</source>
        <translation>SIN CORTE A ESTE NIVEL</translation>
    </message>
</context>
<context>
    <name>hemo::ui::VerdictForm</name>
    <message>
        <source>Your own reading</source>
        <translation>Su propia lectura</translation>
    </message>
    <message>
        <source>YOUR READING</source>
        <translation>SU LECTURA</translation>
    </message>
    <message>
        <source>Commit  (Enter)</source>
        <translation>Confirmar  (Enter)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2 of 5</source>
        <translation>%1, %2 de 5</translation>
    </message>
    <message>
        <source>You, %1: %2.</source>
        <translation>Usted, %1: %2.</translation>
    </message>
    <message>
        <source>First, %1: %2.</source>
        <translation>Primero, %1: %2.</translation>
    </message>
    <message>
        <source>Change your reading</source>
        <translation>Cambiar su lectura</translation>
    </message>
    <message>
        <source>Your reading</source>
        <translation>Su lectura</translation>
    </message>
    <message>
        <source>%1 shown.</source>
        <translation>Marcado: %1.</translation>
    </message>
</context>
<context>
    <name>hemo::ui::ViewLayout</name>
    <message>
        <source>Link between the series</source>
        <translation>Vínculo entre las series</translation>
    </message>
    <message>
        <source>Hemoscope: volume</source>
        <translation>Hemoscope: volumen</translation>
    </message>
    <message>
        <source>Hemoscope: view %1</source>
        <translation>Hemoscope: vista %1</translation>
    </message>
</context>
<context>
    <name>hemo::ui::VolumeView</name>
    <message>
        <source>Volume view</source>
        <translation>Vista de volumen</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Hueso</translation>
    </message>
    <message>
        <source>Brain and bleed</source>
        <translation>Cerebro y hemorragia</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Piel</translation>
    </message>
    <message>
        <source>Volume shows: %1</source>
        <translation>El volumen muestra: %1</translation>
    </message>
    <message>
        <source>Cut open at the slice that is shown</source>
        <translation>Abrir en el corte que se muestra</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Leave out what lies outside a box, whose sides can be moved</source>
        <translation>Omitir lo que queda fuera de una caja, cuyos lados se pueden mover</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Caja</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Cerebro</translation>
    </message>
    <message>
        <source>%1, not a diagnosis</source>
        <translation>%1, no es un diagnóstico</translation>
    </message>
    <message>
        <source>The volume follows when all slices are read</source>
        <translation>El volumen aparecerá cuando se hayan leído todos los cortes</translation>
    </message>
    <message>
        <source>Seen from %1</source>
        <translation>Visto desde %1</translation>
    </message>
</context>
<context>
    <name>hemo::ui::WayButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 ▾</source>
        <translation>%1 ▾</translation>
    </message>
    <message>
        <source>Way of reading: %1</source>
        <translation>Modo de lectura: %1</translation>
    </message>
    <message>
        <source>This site has fixed the way of reading. </source>
        <translation>Este centro ha fijado el modo de lectura. </translation>
    </message>
</context>
<context>
    <name>hemo::ui::Welcome</name>
    <message>
        <source>Open a folder</source>
        <translation>Abrir una carpeta</translation>
    </message>
    <message>
        <source>Go on where Hemoscope stopped</source>
        <translation>Continuar donde Hemoscope se detuvo</translation>
    </message>
    <message>
        <source>Opens the series that was open when the program ended without being closed</source>
        <translation>Abre la serie que estaba abierta cuando el programa terminó sin ser cerrado</translation>
    </message>
    <message>
        <source>or drop folders, files or archives here</source>
        <translation>o suelte aquí carpetas, archivos o ZIP</translation>
    </message>
    <message>
        <source>Try it on a phantom</source>
        <translation>Probar con un maniquí</translation>
    </message>
    <message>
        <source>Makes a head with a bleed; it is not a patient</source>
        <translation>Crea una cabeza con hemorragia; no es un paciente</translation>
    </message>
    <message>
        <source>Learn from twelve drawn heads</source>
        <translation>Aprender con doce cabezas dibujadas</translation>
    </message>
    <message>
        <source>Read each by yourself first, then see what is so; no patients</source>
        <translation>Lea primero cada una por su cuenta, luego vea la respuesta correcta; sin pacientes</translation>
    </message>
</context>
<context>
    <name>hemo::ui::WorthPage</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 a %3)</translation>
    </message>
    <message>
        <source>What it is worth here</source>
        <translation>Qué valor tiene aquí</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Share of the patients scanned here who bleed</source>
        <translation>Proporción de pacientes explorados aquí que sangran</translation>
    </message>
    <message>
        <source>The model&apos;s card</source>
        <translation>La ficha del modelo</translation>
    </message>
    <message>
        <source>Plots</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Patients here who bleed: %1 %</source>
        <translation>Pacientes de aquí que sangran: %1 %</translation>
    </message>
    <message>
        <source>Nothing was measured with this model.</source>
        <translation>Nada se midió con este modelo.</translation>
    </message>
    <message>
        <source>%1 bleed and are suspected</source>
        <translation>%1 sangran y hay sospecha</translation>
    </message>
    <message>
        <source>%1 bleed and are missed</source>
        <translation>%1 sangran y se pasan por alto</translation>
    </message>
    <message>
        <source>%1 do not bleed and are suspected</source>
        <translation>%1 no sangran y hay sospecha</translation>
    </message>
    <message>
        <source>%1 do not bleed and are not suspected</source>
        <translation>%1 no sangran y no hay sospecha</translation>
    </message>
    <message>
        <source>&lt;b&gt;Suspected&lt;/b&gt; is right in %1.</source>
        <translation>&lt;b&gt;Sospecha&lt;/b&gt; acierta en el %1.</translation>
    </message>
    <message>
        <source>&lt;b&gt;None seen&lt;/b&gt; is right in %1.</source>
        <translation>&lt;b&gt;No se ve ninguna&lt;/b&gt; acierta en el %1.</translation>
    </message>
    <message>
        <source>From a sensitivity of %1 and a specificity of %2, as they were measured by cross-validation on the patients that the card names: in parentheses 95 % intervals. Another scanner, other patients or thinner bleeds can make it worse, and nobody has measured that here.</source>
        <translation>Con una sensibilidad de %1 y una especificidad de %2, medidas por validación cruzada en los pacientes que la ficha nombra: entre paréntesis, intervalos del 95 %. Otro equipo, otros pacientes o hemorragias más finas pueden empeorarlas, y nadie lo ha medido aquí.</translation>
    </message>
</context>
</TS>

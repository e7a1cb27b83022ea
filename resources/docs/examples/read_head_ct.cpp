// Reads a head CT with ITK and its true geometry: read_head_ct FOLDER
// Link hemo_imaging, ITKCommon and ITKIOImageBase. The tests build and run this.
#include "core/imaging/itk/series_image_io.h"

#include <itkImage.h>
#include <itkImageFileReader.h>
#include <itkMetaDataObject.h>

#include <iostream>

int main(int argc, char** argv) {
    using namespace hemo::imaging;
    using Image = itk::Image<short, 3>; // Hounsfield units
    if (argc != 2) return 2;
    const auto reader = itk::ImageFileReader<Image>::New();
    reader->SetImageIO(SeriesImageIO::New()); // or once for all readers: registerSeriesImageIO()
    reader->SetFileName(argv[1]);             // a folder, a DICOMDIR, a ZIP archive, a volume file
    try {
        reader->Update();
    } catch (const itk::ExceptionObject& e) {
        std::cerr << e.GetDescription() << "\n";
        return 1;
    }
    const Image& image = *reader->GetOutput();
    std::cout << "size " << image.GetLargestPossibleRegion().GetSize() << ", spacing " << image.GetSpacing()
              << " mm, origin " << image.GetOrigin() << "\n";
    std::vector<std::string> warnings;
    itk::ExposeMetaData(image.GetMetaDataDictionary(), kWarningsKey, warnings);
    for (const std::string& warning : warnings)
        std::cout << "note: " << warning << "\n";
    std::vector<double> positionsMm; // x, y, z of each slice, true where a gap makes the spacing untrue
    itk::ExposeMetaData(image.GetMetaDataDictionary(), kSlicePositionsKey, positionsMm);
    for (std::size_t k = 0; k + 2 < positionsMm.size(); k += 3)
        std::cout << "slice " << k / 3 << " at z " << positionsMm[k + 2] << " mm\n";
}

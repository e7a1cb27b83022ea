#include "core/imaging/itk/hu_image.h"

#include "core/imaging/pixels/voxel_memory.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace hemo::imaging {
namespace {

using Container = HuImage::PixelContainer;

/// Pixels that lie in memory with an owner of its own: a volume's, or what `takeVoxelMemory` gave. ITK would
/// take small pages, and delete[] what it was handed.
class OwnedPixels : public Container {
public:
    ITK_DISALLOW_COPY_AND_MOVE(OwnedPixels);
    using Self = OwnedPixels;
    using Superclass = Container;
    using Pointer = itk::SmartPointer<Self>;
    itkNewMacro(Self);

    /// Of a volume, for reading.
    void show(const VolumePtr& volume) {
        const auto voxels = volume->voxels();
        auto* pixels = const_cast<std::int16_t*>(voxels.data()); // ITK has no pixels that are const
        SetImportPointer(pixels, voxels.size(), false);
        m_owners.emplace_back(volume, pixels);
    }

protected:
    OwnedPixels() = default;
    ~OwnedPixels() override { OwnedPixels::DeallocateManagedMemory(); }

    std::int16_t* AllocateElements(ElementIdentifier size, bool isZeroed) const override {
        const std::shared_ptr<std::int16_t[]> memory = takeVoxelMemory(size);
        if (isZeroed) std::fill_n(memory.get(), size, std::int16_t{0});
        m_owners.emplace_back(memory, memory.get());
        return memory.get();
    }
    void DeallocateManagedMemory() override {
        std::erase_if(m_owners, [this](const auto& owner) { return owner.get() == GetImportPointer(); });
        SetImportPointer(nullptr);
        SetCapacity(0);
        SetSize(0);
    }

private:
    /// Two while the container grows: each points at the pixels it keeps alive.
    mutable std::vector<std::shared_ptr<const std::int16_t>> m_owners;
};

/// From the first slice to the last, divided by their number.
Vec3 meanStep(const Grid& grid) {
    const auto& positions = grid.slicePositions();
    return (positions.back() - positions.front()) * (1.0 / static_cast<double>(positions.size() - 1));
}

bool isEven(const Grid& grid, Vec3 step) {
    constexpr double kSlack = 0.01;
    const auto& positions = grid.slicePositions();
    for (std::size_t k = 0; k < positions.size(); ++k)
        if (length(positions[k] - (positions.front() + step * static_cast<double>(k))) >
            kSlack * length(step))
            return false;
    return true;
}

void setColumn(HuImage::DirectionType& direction, unsigned axis, Vec3 v) {
    direction[0][axis] = v.x, direction[1][axis] = v.y, direction[2][axis] = v.z;
}

} // namespace

HuImage::Pointer emptyHuImage() {
    const auto image = HuImage::New();
    image->SetPixelContainer(OwnedPixels::New());
    return image;
}

VolumePtr volumeOver(const HuImage::Pointer& image, Grid grid, std::string seriesInstanceUid) {
    assert(grid.voxelCount() <= image->GetPixelContainer()->Size());
    const std::int16_t* pixels = image->GetBufferPointer();
    std::shared_ptr<const std::int16_t[]> shared(pixels, [image](const std::int16_t*) {});
    return std::make_shared<const Volume>(std::move(grid), std::move(shared), std::move(seriesInstanceUid));
}

HuImage::ConstPointer imageOver(const VolumePtr& volume) {
    const Grid& grid = volume->grid();
    const ItkPlace place = itkPlaceOf(grid);
    const auto pixels = OwnedPixels::New();
    pixels->show(volume);
    const auto image = HuImage::New();
    image->SetRegions(HuImage::SizeType{static_cast<itk::SizeValueType>(grid.columns()),
                                        static_cast<itk::SizeValueType>(grid.rows()),
                                        static_cast<itk::SizeValueType>(grid.slices())});
    image->SetOrigin(place.origin);
    image->SetSpacing(place.spacing);
    image->SetDirection(place.direction);
    image->SetPixelContainer(pixels);
    return image.GetPointer();
}

ItkPlace itkPlaceOf(const Grid& grid, double loneThicknessMm) {
    const Vec3 step = grid.slices() > 1 ? meanStep(grid) : grid.normal() * loneThicknessMm;
    const PatientPoint first = grid.slicePositions().front();
    ItkPlace place;
    place.origin[0] = first.x, place.origin[1] = first.y, place.origin[2] = first.z;
    place.spacing[0] = grid.columnSpacingMm(), place.spacing[1] = grid.rowSpacingMm();
    place.spacing[2] = length(step);
    setColumn(place.direction, 0, grid.rowDirection());
    setColumn(place.direction, 1, grid.columnDirection());
    setColumn(place.direction, 2, normalized(step));
    place.isEven = isEven(grid, step);
    return place;
}

} // namespace hemo::imaging

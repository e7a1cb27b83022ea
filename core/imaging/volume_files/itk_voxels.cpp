#include "core/imaging/volume_files/itk_voxels.h"

#include "core/imaging/itk_messages.h"

#include <itkMetaImageIO.h>

#include <vector>

namespace hemo::imaging {
namespace {

using Component = itk::ImageIOBase::IOComponentEnum;

Component componentOf(VoxelType type) {
    switch (type) {
    case VoxelType::Int8:
        return Component::CHAR;
    case VoxelType::Uint8:
        return Component::UCHAR;
    case VoxelType::Int16:
        return Component::SHORT;
    case VoxelType::Uint16:
        return Component::USHORT;
    case VoxelType::Int32:
        return Component::INT;
    case VoxelType::Uint32:
        return Component::UINT;
    case VoxelType::Float32:
        return Component::FLOAT;
    case VoxelType::Float64:
        return Component::DOUBLE;
    }
    return Component::UNKNOWNCOMPONENTTYPE;
}

tl::unexpected<Error> damaged(const char* what) {
    return fail(ErrorCode::Damaged, say("volume_file.damaged_voxels"), what);
}

/// Memory was taken for what the header promised: ITK must have understood the same.
bool agrees(const itk::ImageIOBase& io, const VolumeHeader& header) {
    return io.GetNumberOfDimensions() == 3 && io.GetNumberOfComponents() == 1 &&
           io.GetComponentType() == componentOf(header.type) &&
           io.GetDimensions(0) == static_cast<std::size_t>(header.columns) &&
           io.GetDimensions(1) == static_cast<std::size_t>(header.rows) &&
           io.GetDimensions(2) == static_cast<std::size_t>(header.slices);
}

itk::ImageIORegion regionOf(const VolumeHeader& header, FileSlices slices) {
    itk::ImageIORegion region(3);
    region.SetSize(0, static_cast<std::size_t>(header.columns));
    region.SetSize(1, static_cast<std::size_t>(header.rows));
    region.SetIndex(2, slices.first);
    region.SetSize(2, static_cast<std::size_t>(slices.count));
    return region;
}

Result<VoxelRange> readPieces(itk::ImageIOBase& io, const VolumeHeader& header, FileSlices slices,
                              const TaskContext& context, const SliceRoom& room) {
    std::vector<std::byte> stored(header.voxelsPerSlice() * bytesOf(header.type));
    HuConverter converter(header);
    for (int n = 0; n < slices.count; ++n) {
        if (context.cancelled()) return cancelled();
        context.report(static_cast<double>(n) / slices.count, say("stage.slices"));
        const int slice = slices.first + n;
        io.SetIORegion(regionOf(header, {slice, 1}));
        io.Read(stored.data());
        converter.convert(stored, room(slice));
    }
    return converter.range();
}

} // namespace

Result<VoxelRange> readVoxelsByItk(const std::filesystem::path& file, const VolumeHeader& header,
                                   FileSlices slices, const TaskContext& context, const SliceRoom& room) {
    sendItkMessagesToLog();
    const auto io = itk::MetaImageIO::New();
    try {
        io->SetFileName(file.string());
        io->ReadImageInformation();
        if (!agrees(*io, header) || !io->CanStreamRead()) return damaged("another volume");
        return readPieces(*io, header, slices, context, room);
    } catch (const itk::ExceptionObject&) { // its text names the file
        return damaged("ITK");
    }
}

} // namespace hemo::imaging

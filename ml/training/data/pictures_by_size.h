#pragma once

#include "ml/training/data/picture_set.h"

#include <filesystem>
#include <map>
#include <utility>
#include <vector>

namespace hemo::ml {

/// The pictures of a data folder at the sizes that models ask for, each size read once: the models of five
/// folds mostly ask for the same.
class PicturesBySize {
public:
    explicit PicturesBySize(std::filesystem::path dataFolder) : m_folder(std::move(dataFolder)) {}

    /// Lives as long as this. Fails as `loadPictureSets` does.
    Result<const std::vector<Patient>*> of(int size) {
        auto found = m_patients.find(size);
        if (found == m_patients.end()) {
            auto patients = loadPictureSets(m_folder, size);
            if (!patients) return tl::unexpected(patients.error());
            found = m_patients.emplace(size, std::move(*patients)).first;
        }
        return &found->second;
    }

private:
    std::filesystem::path m_folder;
    std::map<int, std::vector<Patient>> m_patients;
};

} // namespace hemo::ml

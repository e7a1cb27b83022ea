#pragma once

#include "core/words/message.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace hemo {

/// Into an object: the English text as `name`, and what programs read as `name_id` and `name_arguments`.
void putMessage(nlohmann::json& object, const std::string& name, const Message& message);

/// {"id": ..., "arguments": [...]}.
nlohmann::json messageJson(const Message& message);
/// The arguments alone: a name is text, a count is a whole number, a measured number an object with its
/// value, unit and digits, a sentence within the sentence one with `id` and `arguments`.
nlohmann::json argumentsJson(const Message& message);

/// The message of that name; none where the catalogue does not have its id, or it takes other arguments.
/// Throws nlohmann::json::exception where a field is missing or of another type.
std::optional<Message> takeMessage(const nlohmann::json& object, const std::string& name);

} // namespace hemo

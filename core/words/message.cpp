#include "core/words/message.h"

#include "core/words/catalogue.h"

#include <ostream>

namespace hemo {

MessageId MessageId::find(std::string_view text) {
    MessageId id;
    if (const Sentence* sentence = findSentence(text)) id.m_text = sentence->id;
    return id;
}

Message::Message(MessageId said, std::vector<Argument> with) : id(said), arguments(std::move(with)) {}

Message::operator std::string() const {
    return english(*this);
}

bool Message::operator==(const Message&) const = default;

bool Argument::operator==(const Argument&) const = default;

bool operator==(const Message& message, std::string_view sentence) {
    return english(message) == sentence;
}

std::ostream& operator<<(std::ostream& out, const Message& message) {
    return out << english(message);
}

} // namespace hemo

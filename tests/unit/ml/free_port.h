#pragma once

#include <cstdint>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace hemo::test {

/// A port of this machine that nobody uses now.
inline std::uint16_t freePort() {
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool isBound = bind(listener, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                         getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    close(listener);
    return isBound ? ntohs(address.sin_port) : 0;
}

} // namespace hemo::test

// Linked into every program that is built with a sanitizer. A library that is unloaded takes the roots of
// what it still holds along: the graphics driver's few bytes would look lost, and nobody could say whose they
// are.
extern "C" int dlclose(void*) {
    return 0;
}

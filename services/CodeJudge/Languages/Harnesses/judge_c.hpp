// The tests' side where the tests are C: what crosses, and how they end.
#pragma once

namespace judge {

[[noreturn]] inline void refuse(const char* why) { put(3, std::string("D") + why); ::_exit(0); }

inline std::string text(const char* given) { if (!given) refuse("the tests pass a null pointer as a text"); return given; }
template <class T, class N> std::vector<T> items(const T* given, N count) {
    if (!given && count) refuse("the tests pass a null pointer as numbers");
    if (count < 0 || count > N(1 << 24)) refuse("the tests pass a count that is none");
    return std::vector<T>(given, given + count);
}
// How much room a text has is not known: one that has grown is not put back.
inline void put_back(char* place, const std::string& now) {
    if (now.size() > std::strlen(place)) refuse("the function lengthens a text of the tests, which cannot be done from a process of its own");
    std::memcpy(place, now.c_str(), now.size() + 1);
}
template <class T, class N> void put_back(T* place, N count, const std::vector<T>& now) {
    if (now.size() != size_t(count)) throw std::runtime_error("another number of items");
    std::copy(now.begin(), now.end(), place);
}

}  // namespace judge

extern "C" inline __attribute__((used)) void judge_assert(int holds) { judge::test([&] { return holds != 0; }); }

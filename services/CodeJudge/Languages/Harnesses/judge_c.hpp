// The tests' side where the tests are C: what crosses, and how they end.
#pragma once
#include <csignal>

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

[[noreturn]] inline void report_c_ends(int status) {
    if (gone && (ends.empty() || ends.back().rfind("[\"gone\"", 0))) ends.push_back("[\"gone\",\"the submission's process ended before the tests did\"]");
    // Tests without assertions say by their exit code how they ended: it is their own process's.
    if (status) ends.push_back("[\"wrong\",\"the tests ended with an exit code that is not 0\"]");
    else if (ends.empty() && asked) ends.push_back("null");
    report_ends();
}
inline void report_abort(int) { ends.push_back("[\"wrong\",\"the tests aborted\"]"); report_c_ends(0); }

struct CRun {
    CRun() { std::signal(SIGABRT, report_abort); ::on_exit([](int status, void*) { report_c_ends(status); }, nullptr); }
};
inline CRun c_run;

}  // namespace judge

extern "C" inline __attribute__((used)) void judge_assert(int holds) { judge::test([&] { return holds != 0; }); }

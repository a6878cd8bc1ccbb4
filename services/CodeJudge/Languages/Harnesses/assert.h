// Each assertion of the tests is a test of its own: it is counted, and what follows a failed one runs too.
#undef assert
#define assert(...) ::judge::test([&]() -> bool { return static_cast<bool>(__VA_ARGS__); })

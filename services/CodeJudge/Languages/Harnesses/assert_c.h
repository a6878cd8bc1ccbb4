// Each assertion of the tests is a test of its own: it is counted, and what follows a failed one runs too.
#undef assert
#define assert(...) judge_assert(!!(__VA_ARGS__))
#ifndef static_assert
#define static_assert _Static_assert
#endif
void judge_assert(int holds);

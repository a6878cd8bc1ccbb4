namespace CodeJudge.Tests.Languages;

/// <summary>Unit tests in Rust, in a process of their own.</summary>
public sealed class RustUnitTests(JudgeFixture fixture)
{
    private const string Add = "#[cfg(test)]\nmod tests {\n    use super::*;\n    #[test]\n    fn sums() { assert_eq!(add(1, 2), 3); }\n    #[test]\n    #[should_panic]\n    fn overflows() { assert_eq!(add(1, 1), 3); }\n}";

    public static IReadOnlyList<ITheoryDataRow> Cases => Toolchain.Tested(new TheoryData<string, string, string, string>
    {
        { "rust", "fn add(a: i32, b: i32) -> i32 { a + b }\nfn main() {}", Add, "accepted 2" },
        { "rust", "fn add(a: i32, b: i32) -> i32 { 3 }", Add, "partiallyCorrect 1" },
        { "rust", "pub fn add(a: i32, b: i32) -> i32 { std::process::exit(0) }", Add, "runtimeError 0" },
        { "rust", "use std::io::Write;\nuse std::os::unix::io::FromRawFd;\nfn add(a: i32, b: i32) -> i32 { unsafe { std::fs::File::from_raw_fd(3).write_all(b\"T[null,null]\").unwrap(); std::fs::File::from_raw_fd(5).write_all(b\"\\x02\\0\\0\\0[]\").unwrap(); } std::process::exit(0) }", Add, "runtimeError 0" },
        { "rust", "fn add(a: i32, b: i32) -> i32 { a - b }", "fn main() { assert_eq!(add(1, 2), 3); }", "wrongAnswer 0" },
        { "rust", "fn add(a: i32, b: i32) -> i32 { a - b }", "fn main() { if add(1, 2) != 3 { std::process::exit(1) } }", "wrongAnswer 0" },
        { "rust", "use std::collections::HashMap;\nfn same(a: &[i64], b: &str, c: Vec<Option<f64>>, d: &mut Vec<Vec<u8>>, e: HashMap<String, (char, bool)>) -> Result<(Vec<i64>, String, Vec<Option<f64>>, HashMap<String, (char, bool)>), String> { d.push(vec![7]); if a.is_empty() { return Err(\"empty\".to_string()); } Ok((a.to_vec(), b.to_string(), c, e)) }",
            """
            use std::collections::HashMap;
            fn main() {
                let e: HashMap<String, (char, bool)> = [("k\u{e9}\"\n".to_string(), ('世', true))].into_iter().collect();
                let mut d = vec![vec![1u8, 255]];
                let (a, b, c, f) = same(&[i64::MIN, 5], "a\\", vec![None, Some(0.1), Some(f64::INFINITY)], &mut d, e.clone()).unwrap();
                assert_eq!((a, b.as_str(), c), (vec![i64::MIN, 5], "a\\", vec![None, Some(0.1), Some(f64::INFINITY)]));
                assert_eq!((d.clone(), f), (vec![vec![1, 255], vec![7]], e.clone()));
                assert_eq!(same(&[], "", vec![], &mut d, e), Err("empty".to_string()));
            }
            """, "accepted 1" },
        { "rust", "struct P;\nfn add(a: P) -> i32 { 1 }", "fn main() { assert_eq!(add(P), 1); }", "judgeError" },
    });

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Tests_end_as_they_do_in_one_process(string language, string program, string tests, string expected) =>
        UnitEnds.Hold(fixture, language, program, tests, expected);
}

using Judges;

namespace CodeJudge.Tests.Units;

/// <summary>Python's unit tests that need the submission in their own process, in real boxes: the right program is accepted, the wrong one is not.</summary>
public sealed class SharedUnitTests(JudgeFixture fixture)
{
    private static GradeCode Ask(string program, string tests, string? entryPoint = null) =>
        CodeJudge.Tests.Ask.Call(program, "f", ("[]", "0")) with { Tests = new UnitTests { Code = tests, EntryPoint = entryPoint }, Reward = CodeReward.Fraction };

    public static TheoryData<string> Names => [.. Suites.Keys];

    /// <summary>By name: a right program, a wrong one, and tests.</summary>
    private static readonly Dictionary<string, (string Right, string Wrong, string Tests)> Suites = new()
    {
        ["patch of builtins.open"] = (
            "def read(path):\n    with open(path) as file:\n        return [line.strip() for line in file]",
            "def read(path):\n    with open(path) as file:\n        return file.read()",
            """
            import unittest
            from unittest.mock import patch, mock_open
            class TestCases(unittest.TestCase):
                @patch('builtins.open', new_callable=mock_open, read_data='a\nb\n')
                def test_lines(self, mock_file):
                    self.assertEqual(read('x.txt'), ['a', 'b'])
                    mock_file.assert_called_once_with('x.txt')
                def test_empty(self):
                    with patch('builtins.open', mock_open(read_data='')):
                        self.assertEqual(read('y'), [])
            """),
        ["patch of a helper"] = (
            "def helper(n):\n    return n + 1\ndef f(n):\n    return helper(n) * 2",
            "def helper(n):\n    return n + 1\ndef f(n):\n    return (n + 1) * 2",
            """
            from unittest.mock import patch
            import solution
            def test_real():
                assert solution.f(1) == 4
            @patch('solution.helper')
            def test_helper(helper):
                helper.return_value = 50
                assert solution.f(1) == 100
                helper.assert_called_once_with(1)
            """),
        ["patch of os.path.exists"] = (
            "import os\ndef f(path):\n    return 'there' if os.path.exists(path) else 'gone'",
            "import os\ndef f(path):\n    return 'gone'",
            """
            import unittest
            from unittest import mock
            class T(unittest.TestCase):
                @mock.patch('os.path.exists')
                def test_it(self, exists):
                    exists.side_effect = [True, False]
                    self.assertEqual(f('/a'), 'there')
                    self.assertEqual(f('/b'), 'gone')
                    self.assertEqual(exists.call_count, 2)
                    self.assertEqual(exists.call_args_list, [mock.call('/a'), mock.call('/b')])
            """),
        ["a thread of the tests"] = (
            "def f(n):\n    return n * 2",
            "def f(n):\n    return 2",
            """
            import threading
            from unittest import mock
            def check(candidate):
                assert candidate(1) == 2
                def later():
                    assert candidate(2) == 4
                thread = threading.Thread(target=later)
                thread.start()
                thread.join()
            """),
        ["a mock as an argument"] = (
            "def f(client):\n    answer = client.get('/users', limit=3)\n    return [user['name'] for user in answer.json()]",
            "def f(client):\n    answer = client.get('/users', limit=4)\n    return [user['name'] for user in answer.json()]",
            """
            from unittest.mock import MagicMock
            def check(candidate):
                client = MagicMock()
                client.get.return_value.json.return_value = [{'name': 'Ann'}, {'name': 'Bo'}]
                assert candidate(client) == ['Ann', 'Bo']
                client.get.assert_called_once_with('/users', limit=3)
            """),
        ["a class derived from the submission's"] = (
            "class Shape:\n    def area(self):\n        raise NotImplementedError\n    def report(self):\n        return f'{type(self).__name__}: {self.area()}'",
            "class Shape:\n    def report(self):\n        return f'Shape: {self.area()}'",
            """
            class Square(Shape):
                def area(self):
                    return 9
            assert Square().report() == 'Square: 9'
            """),
        ["monkeypatch"] = (
            "import os, time\ndef f():\n    time.sleep(60)\n    return os.environ['MODE']",
            "import os, time\ndef f():\n    time.sleep(60)\n    return 'slow'",
            """
            import solution
            def test_mode(monkeypatch):
                waited = []
                monkeypatch.setattr('time.sleep', waited.append)
                monkeypatch.setenv('MODE', 'fast')
                assert solution.f() == 'fast'
                assert waited == [60]
            """),
        ["patch.object"] = (
            "class Store:\n    def load(self):\n        return []\n    def count(self):\n        return len(self.load())",
            "class Store:\n    def load(self):\n        return []\n    def count(self):\n        return 0",
            """
            import unittest
            from unittest.mock import patch
            from solution import Store
            class T(unittest.TestCase):
                def test_count(self):
                    with patch.object(Store, 'load', return_value=[1, 2, 3]) as load:
                        self.assertEqual(Store().count(), 3)
                        load.assert_called_once()
            """),
        ["what is printed"] = (
            "def f(n):\n    for i in range(n):\n        print(i)",
            "def f(n):\n    print(n)",
            """
            import io, unittest
            from unittest.mock import patch
            class T(unittest.TestCase):
                @patch('sys.stdout', new_callable=io.StringIO)
                def test_prints(self, out):
                    f(3)
                    self.assertEqual(out.getvalue(), '0\n1\n2\n')
            def test_captured(capsys):
                f(1)
                assert capsys.readouterr().out == '0\n'
            """),
        ["the environment and a folder"] = (
            "import os\ndef f(folder):\n    path = os.path.join(folder, os.environ['NAME'])\n    with open(path, 'w') as file:\n        file.write('done')\n    return path",
            "import os\ndef f(folder):\n    return os.path.join(folder, os.environ['NAME'])",
            """
            import os, tempfile, unittest
            from unittest.mock import patch
            class T(unittest.TestCase):
                def setUp(self):
                    self.folder = tempfile.mkdtemp()
                @patch.dict(os.environ, {'NAME': 'x.txt'})
                def test_it(self):
                    path = f(self.folder)
                    self.assertTrue(os.path.exists(path))
                    with open(path) as file:
                        self.assertEqual(file.read(), 'done')
            """),
        ["a seed"] = (
            "import random\ndef f():\n    return random.randint(1, 1000)",
            "import random\ndef f():\n    return random.randint(1, 10)",
            "import random\nrandom.seed(7)\nfirst = random.randint(1, 1000)\nrandom.seed(7)\nassert f() == first"),
        ["an error from a patched module"] = (
            "import subprocess\ndef f(command):\n    try:\n        return subprocess.run(command, check=True).returncode\n    except subprocess.CalledProcessError as error:\n        raise RuntimeError('failed') from error",
            "import subprocess\ndef f(command):\n    return subprocess.run(command, check=True).returncode",
            """
            import subprocess, unittest
            from unittest.mock import patch, Mock, ANY
            class T(unittest.TestCase):
                @patch('subprocess.run')
                def test_good(self, run):
                    run.return_value = Mock(returncode=0)
                    self.assertEqual(f(['ls']), 0)
                    run.assert_called_with(['ls'], check=ANY)
                @patch('subprocess.run', side_effect=subprocess.CalledProcessError(1, 'ls'))
                def test_bad(self, run):
                    with self.assertRaises(RuntimeError):
                        f(['ls'])
            """),
        ["the submission's own objects"] = (
            "class Point:\n    def __init__(self, x, y):\n        self.x, self.y = x, y\n    def __eq__(self, other):\n        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)\n    def __add__(self, other):\n        return Point(self.x + other.x, self.y + other.y)\ndef send(sink, x):\n    sink(Point(x, x) + Point(1, 1))",
            "class Point:\n    def __init__(self, x, y):\n        self.x, self.y = x, y\n    def __eq__(self, other):\n        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)\n    def __add__(self, other):\n        return Point(self.x, self.y)\ndef send(sink, x):\n    sink(Point(x, x) + Point(1, 1))",
            """
            from unittest.mock import Mock
            sink = Mock()
            send(sink, 1)
            assert sink.call_args[0][0] == Point(2, 2)
            sink.assert_called_once_with(Point(2, 2))
            assert sink.call_args[0][0].x == 2
            """),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Tests_that_need_the_submissions_process_have_it(string name)
    {
        var (right, wrong, tests) = Suites[name];
        var entryPoint = tests.Contains("def check(", StringComparison.Ordinal) ? "f" : null;
        var accepted = await fixture.Grade(Ask(right, tests, entryPoint));
        Assert.True(accepted.Passed, accepted.Detail.ToString());
        Assert.Equal("shared", accepted.Detail!.Value.GetProperty("isolation").GetString());

        var rejected = await fixture.Grade(Ask(wrong, tests, entryPoint));
        Assert.True(rejected.Outcome is Outcome.WrongAnswer or Outcome.PartiallyCorrect or Outcome.RuntimeError, rejected.Detail.ToString());
    }

    [Theory]
    [InlineData("equal_to_everything")]
    [InlineData("text_equal_to_everything")]
    [InlineData("named_tuple_equal_to_everything")]
    public async Task A_mock_does_not_take_the_submissions_word(string name)
    {
        const string Tests = """
            from unittest.mock import Mock, patch, call
            @patch('time.sleep')
            def test_calls(sleep):
                sink = Mock()
                sink(f(3))
                sink.assert_called_once_with(50)
            def test_list():
                sink = Mock()
                sink(f(3), at=f(4))
                assert sink.call_args_list == [call(50, at=57)]
            def test_any():
                sink = Mock()
                sink(f(3))
                sink.assert_any_call(50)
            def test_order():
                sink = Mock()
                sink(f(3))
                sink.assert_has_calls([call(50)])
            """;
        var verdict = await fixture.Grade(Ask(Hostile.Catalogue.Source("shared/" + name), Tests));
        Assert.True(verdict.Reward == 0, verdict.Detail.ToString());
        Assert.True((await fixture.Grade(Ask(Hostile.Catalogue.HonestCall, Tests))).Passed);
    }

    [Theory]
    [InlineData("assert f(1) == 2", "ownUser")]
    [InlineData("import unittest\nclass T(unittest.TestCase):\n    def test_a(self):\n        assert f(1) == 2\n        self.assertEqual(f(lambda: 1), 'called')", "ownUser")]
    public async Task Tests_that_need_no_sharing_stay_apart(string tests, string isolation)
    {
        var verdict = await fixture.Grade(Ask("def f(n): return 'called' if callable(n) else n + 1", tests));

        Assert.True(verdict.Passed, verdict.Detail.ToString());
        Assert.Equal(Environment.IsPrivilegedProcess ? isolation : "sharedUser", verdict.Detail!.Value.GetProperty("isolation").GetString());
    }

    [Fact]
    public async Task Tests_may_ask_for_the_submissions_process()
    {
        var request = Ask("def f(n): return n + 1", "assert f(1) == 2");
        var verdict = await fixture.Grade(request with { Tests = ((UnitTests)request.Tests!) with { Isolation = UnitIsolation.Shared } });

        Assert.True(verdict.Passed);
        Assert.Equal("shared", verdict.Detail!.Value.GetProperty("isolation").GetString());
    }

    [Fact]
    public async Task Other_languages_have_no_tests_in_the_submissions_process() =>
        await Assert.ThrowsAsync<Judges.Code.TestsUnusableException>(() => fixture.Grade(
            Ask("", "assert f(1) == 2") with { Language = "bash", Response = "```bash\n:\n```", Tests = new UnitTests { Code = "f", EntryPoint = "f", Isolation = UnitIsolation.Shared } }));

    [Theory]
    [InlineData("import os\ndef f(n):\n    os.fork()", "os.fork")]
    [InlineData("import gc\ndef f(n):\n    return 2", "gc")]
    [InlineData("from os import path\npath.exists = print\ndef f(n):\n    return 2", "posixpath.exists")]
    public async Task A_refusal_names_the_word(string program, string word)
    {
        var refusal = await Assert.ThrowsAsync<Judges.Code.TestsUnusableException>(() => fixture.Grade(Ask(program, "from unittest.mock import Mock\nassert f(1) == 2")));

        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raise ValueError")]
    [InlineData("import a_module_that_nobody_has")]
    [InlineData("def test_a(nothing_of_this_name): assert f(1)")]
    [InlineData("import sys\nassert f(1) == 2\nsys.exit(0)")]
    [InlineData("def check(candidate): assert candidate(1) == 2")]
    public async Task Tests_that_cannot_be_run_are_no_fault_of_a_submission_beside_them(string tests) =>
        await Assert.ThrowsAsync<Judges.Code.TestsUnusableException>(
            () => fixture.Grade(Ask("def f(n): return n + 1", "from unittest.mock import Mock\n" + tests)));

    [Fact]
    public async Task A_submission_cannot_choose_to_be_beside_its_tests()
    {
        // What it answers with is passed back to it; were it taken for an object of the tests', they would be moved.
        var tests = "assert f(f(1)) == 2";
        foreach (var answer in new[] { "ValueError('x')", "g()", "iter([1])" })
        {
            try
            {
                var verdict = await fixture.Grade(Ask($"async def g(): return 1\ndef f(n): return {answer}", tests));
                Assert.NotEqual("shared", verdict.Detail!.Value.GetProperty("isolation").GetString());
                Assert.False(verdict.Passed);
            }
            catch (Judges.Code.TestsUnusableException)
            {
            }
        }
    }
}

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
            "import random\ndef f():\n    return random.randint(1, 999)",
            "import random\nrandom.seed(7)\nfirst = random.randint(1, 1000)\nrandom.seed(7)\nassert f() == first\nrandom.seed(7)\nassert [f(), f()][1:] != [first] and random.seed(7) is None and f() == first"),
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
        var accepted = await fixture.Grade(Ask(right, tests));
        Assert.True(accepted.Passed, accepted.Detail.ToString());
        Assert.Equal("shared", accepted.Detail!.Value.GetProperty("isolation").GetString());

        var rejected = await fixture.Grade(Ask(wrong, tests));
        Assert.True(rejected.Outcome is Outcome.WrongAnswer or Outcome.PartiallyCorrect or Outcome.RuntimeError, rejected.Detail.ToString());
    }
}

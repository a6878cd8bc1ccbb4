using System.Text.Json;
using Judges.Code;

namespace CodeJudge.Tests.Sandboxes;

/// <summary>Which Python tests may be run by a tester that runs others after them: such as can leave nothing behind.</summary>
public sealed class PlainTestsTests
{
    private static readonly string[] _plain =
    [
        "def check(candidate):\n    assert candidate([1, 2], 3) == {'a': (1, 2.5)}\n    assert abs(candidate(2) - 0.1) < 1e-6",
        "import math\nfrom collections import Counter, deque\nassert f(math.pi) == Counter('ab') and isinstance(f(2), deque)",
        "METADATA = {'author': 'x'}\nfor i in range(9):\n    assert f(i) == [j for j in range(i)], f'{i}'",
        "from solution import f\nassert f(1) == 2",
        "class Point:\n    def __init__(self, x): pass\n    def __eq__(self, other): return True\ntry:\n    f(Point(1))\nexcept ValueError as error:\n    assert 'x' in str(error)",
        "import random\nrandom.seed(3)\nassert f(random.random()) > 0\nx = sorted([3, 1], key=lambda n: -n)\nx.append(1)\nx[0] = 2\ndel x[0]",
        "import copy, itertools as it\nv = copy.deepcopy([1])\nassert f(v) == list(it.chain(v))",
    ];

    private static readonly string[] _not =
    [
        "import os", "import sys", "from os import path", "import builtins", "import unittest", "import numpy", "import gc", "import threading", "import dataclasses",
        "import math\nmath.pi = 3", "import math\ndel math.pi", "import math\nmath.pi: int = 3", "import math\nfor math.pi in [3]: pass",
        "import math\n(math.pi, x) = 3, 4", "import math\nmath.tau += 1", "import math\nimport random as r\nwith r as math.x: pass",
        "from fractions import Fraction\nFraction.__eq__ = lambda a, b: True", "class A: pass\nA().x = 1",
        "setattr(f, 'x', 1)", "getattr(f, 'x')", "eval('1')", "exec('x = 1')", "compile('1', '', 'eval')", "open('/tmp/x', 'w')", "globals()['f'] = 1", "vars(f)", "__import__('os')",
        "__builtins__['len'] = 1", "f.__globals__['x'] = 1", "f.__code__", "().__class__.__base__.__subclasses__()", "class A:\n    __slots__ = ()", "def __getattr__(n): pass",
        "import collections\ncollections.abc.Sequence.register(int)", "import copy\ncopy.dispatch_table[int] = 1", "from copy import dispatch_table", "import re\nre.copyreg.pickle(1, 2)",
        "import statistics\nstatistics.sys.setrecursionlimit(9)", "import operator\noperator.attrgetter('__globals__')(f)", "from operator import attrgetter as a", "import string\nstring.Formatter()",
        "import functools\nfunctools.update_wrapper(f, f)", "import functools\n@functools.wraps(f)\ndef g(): pass", "import functools\nfunctools.total_ordering(int)",
        "import typing\ntyping.get_type_hints(f)", "import typing\ntyping.ForwardRef('x')", "match f:\n    case object(__globals__=g): pass", "def g(): yield\ng().gi_frame.f_globals",
        "try:\n    f()\nexcept Exception as e:\n    e.with_traceback(None)", "import collections._x", "from . import x", "from random import _inst", "import random\nrandom._inst", "import collections.abc as os\nimport importlib",
    ];

    [Fact]
    public async Task What_could_leave_something_behind_is_not_plain()
    {
        var answers = await Answers([.. _plain, .. _not]);

        Assert.Equal([], _plain.Where((_, index) => !answers[index]));
        Assert.Equal([], _not.Where((_, index) => answers[_plain.Length + index]));
    }

    private static async Task<bool[]> Answers(string[] sources)
    {
        const string Names = "import ast, json, sys\nSUBMISSION_MODULES = ('solution',)\n";
        const string Ask = "\nprint(json.dumps([is_plain(ast.parse(source)) for source in json.load(sys.stdin)]))";
        var answers = await BarePython.Output(Names + SupervisorSource.Part("plain.py") + Ask, JsonSerializer.Serialize(sources));
        return JsonSerializer.Deserialize<bool[]>(answers)!;
    }
}

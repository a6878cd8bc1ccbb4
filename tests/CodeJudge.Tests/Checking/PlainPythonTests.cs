using Judges.Code;

namespace CodeJudge.Tests;

public sealed class PlainPythonTests
{
    [Theory]
    [InlineData("def f(x):\n    return x + 1")]
    [InlineData("import math, heapq as h\nfrom collections import deque, Counter  # queues\nfrom typing import *\ndef f(x):\n    return math.gcd(x, 2)")]
    [InlineData("from typing import (\n    List,\n    Dict)\nclass Solution:\n    def __init__(self): self.n = 0\n    def f(self, x): return x")]
    [InlineData("import sys\nsys.setrecursionlimit(10**6)\ndef f(x):\n    return x")]
    public void A_program_that_only_computes_is_plain(string program) => Assert.True(PlainPython.Is(program));

    [Theory]
    [InlineData("import os")]
    [InlineData("import math, os")]
    [InlineData("import math; import os")]
    [InlineData("import math as m, threading as t")]
    [InlineData("from os import path")]
    [InlineData("from . import os")]
    [InlineData("import \\\n    os")]
    [InlineData("from os \\\n  import path")]
    [InlineData("if 1: import os")]
    [InlineData("import collections.abc, os.path")]
    [InlineData("open('/tmp/x', 'w')")]
    [InlineData("__import__('os')")]
    [InlineData("f = ().__class__.__base__")]
    [InlineData("getattr(f, '__glo' + 'bals__')")]
    [InlineData("eval('1')")]
    [InlineData("import sys\nsys.modules['x'] = 1")]
    [InlineData("import sys\nsys.stdout = None")]
    [InlineData("import math as m\nm.pi += 1")]
    [InlineData("g = (x for x in [1])\ng.gi_frame")]
    [InlineData("ｏｐｅｎ('x')")]
    public void A_program_that_reaches_further_is_not(string program) => Assert.False(PlainPython.Is(program));
}

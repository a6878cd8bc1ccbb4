using Judges;

namespace CodeJudge.Tests.Units;

/// <summary>What a program that is to share a process with its tests may name, as the box's own reader says.</summary>
public sealed class SharingRulesTests(JudgeFixture fixture)
{
    private async Task<string?> Refusal(string program)
    {
        var request = Ask.Call(program, "f", ("[]", "0")) with { Tests = new UnitTests { Code = "assert True", Isolation = UnitIsolation.Shared } };
        try
        {
            var verdict = await fixture.Grade(request);
            Assert.True(verdict.Passed, $"{program}: {verdict.Detail}");
            return null;
        }
        catch (Judges.Code.TestsUnusableException refusal)
        {
            return refusal.Message;
        }
    }

    [Theory]
    [InlineData("import os, sys, subprocess, urllib.request\ndef f(p):\n    return os.path.exists(p) and os.environ.get('X'), sys.argv, subprocess.run(['ls'])")]
    [InlineData("from functools import wraps\ndef d(g):\n    @wraps(g)\n    def h(*a):\n        return g(*a)\n    return h")]
    [InlineData("class A:\n    def __init__(self):\n        self._x, self.__y = 1, 2\n    def g(self):\n        return self._x + self.__y, type(self).__name__, '{} {:.2f}'.format(1, 2)\nA().g()")]
    [InlineData("import logging\nh = logging.StreamHandler()\nh.setFormatter(logging.Formatter('%(message)s'))\nlogging.basicConfig(format='%(message)s')")]
    [InlineData("from abc import ABC, abstractmethod\nfrom dataclasses import dataclass\nfrom enum import Enum\n@dataclass\nclass A(ABC):\n    x: int = 0\n    @property\n    def y(self):\n        return self.x\nclass B(Enum):\n    C = 1\na = A()\na.x += 1\ndel a.x")]
    [InlineData("from collections import namedtuple\nP = namedtuple('P', 'x')\np = P(1)._replace(x=2)\nn = getattr(p, 'x', None)\ntypes = [p.__class__.__name__, __name__]")]
    public async Task Ordinary_programs_may_be_there(string program) => Assert.Null(await Refusal(program));

    public static TheoryData<string> Refused => Hostile.Catalogue.Names("refused");

    /// <summary>The part of the catalogue that is not even begun.</summary>
    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_hostile_program_that_names_what_it_reaches_for_is_refused(string name)
    {
        Assert.NotNull(await Refusal(Hostile.Catalogue.Source(name)));
        Assert.Null(await Refusal(Hostile.Catalogue.HonestCall));
    }

    [Theory]
    [InlineData("import numpy", "numpy")]
    [InlineData("from os import *", "*")]
    [InlineData("class A:\n    import os as o", "import in a class")]
    [InlineData("import json\ndef g(m):\n    pass\ng(json)", "the module json as a value")]
    [InlineData("import random\nrandom._os", "_os")]
    [InlineData("import os.path as p\np.os", "os")]
    [InlineData("from functools import wraps as w", "wraps")]
    [InlineData("from functools import wraps\n@wraps(dict)\nclass A:\n    pass", "wraps")]
    [InlineData("class A:\n    __match_args__ = ('__globals__',)", "__match_args__")]
    [InlineData("class A:\n    def __setattr__(self, name, value):\n        pass", "__setattr__")]
    [InlineData("class A:\n    pass\nA().__class__ = int", "__class__")]
    [InlineData("str.format('{0.x}', 1)", "format")]
    [InlineData("g = getattr", "getattr")]
    [InlineData("import logging\nlogging.Formatter('{msg.x}', None, '{')", "Formatter")]
    [InlineData("from pathlib import Path\nPath.exists = None", "setting Path.exists")]
    public async Task What_reaches_further_may_not(string program, string word) =>
        Assert.Contains(word, await Refusal(program), StringComparison.Ordinal);
}

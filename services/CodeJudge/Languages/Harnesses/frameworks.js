// What JavaScript tests expect of their frameworks: the part of jest, mocha and node:test that tests of functions use. What is asked of them
// beyond it is a defect of the tests, and no fault of a submission.
'use strict';

// Only what is here may be asked for.
const closed = (what, target, Defect) => new Proxy(target, {
  get: (_, key) => {
    if (typeof key === 'symbol' || key === 'then' || key in target) return target[key];
    throw new Defect(`the tests use ${what}.${key}, which is not here`);
  },
});

function makeExpect({ demand, same, Defect, Gone }) {
  const matchers = (actual, not) => {
    const check = (holds) => demand(not ? !holds : Boolean(holds));
    const thrown = () => { try { actual(); } catch (error) { if (error instanceof Gone || error instanceof Defect) throw error; return [error]; } return null; };
    const toThrow = (wanted) => {
      const error = thrown();
      check(error !== null && (wanted === undefined || (typeof wanted === 'function' ? error[0] instanceof wanted
        : wanted instanceof RegExp ? wanted.test(error[0].message) : String(error[0].message).includes(wanted.message || wanted))));
    };
    return {
      toBe: (wanted) => check(Object.is(actual, wanted)), toEqual: (wanted) => check(same(actual, wanted)), toStrictEqual: (wanted) => check(same(actual, wanted)),
      toBeCloseTo: (wanted, digits = 2) => check(typeof actual === 'number' && Math.abs(actual - wanted) < 10 ** -digits / 2),
      toBeTruthy: () => check(actual), toBeFalsy: () => check(!actual), toBeNull: () => check(actual === null), toBeUndefined: () => check(actual === undefined),
      toBeDefined: () => check(actual !== undefined), toBeNaN: () => check(Number.isNaN(actual)), toHaveLength: (length) => check(actual.length === length),
      toContain: (item) => check(actual.includes(item)), toContainEqual: (item) => check([...actual].some((each) => same(each, item))),
      toBeGreaterThan: (limit) => check(typeof actual === 'number' && actual > limit), toBeLessThan: (limit) => check(typeof actual === 'number' && actual < limit),
      toBeGreaterThanOrEqual: (limit) => check(typeof actual === 'number' && actual >= limit), toBeLessThanOrEqual: (limit) => check(typeof actual === 'number' && actual <= limit),
      toMatch: (pattern) => check(typeof actual === 'string' && (pattern instanceof RegExp ? pattern.test(actual) : actual.includes(pattern))),
      toBeInstanceOf: (type) => check(actual instanceof type),
      toThrow, toThrowError: toThrow,
    };
  };
  // `resolves` and `rejects`: the same matchers, of what the promise becomes.
  const settled = (settle, not) => new Proxy({}, {
    get: (_, name) => (name === 'not' ? settled(settle, !not) : async (...args) => closed('expect()', matchers(await settle(name), not), Defect)[name](...args)),
  });
  const of = (actual, not) => {
    const rejection = async (name) => {
      try {
        await (typeof actual === 'function' ? actual() : actual);
      } catch (error) {
        if (error instanceof Gone || error instanceof Defect) throw error;
        return String(name).startsWith('toThrow') ? () => { throw error; } : error;
      }
      return demand(false);
    };
    const found = matchers(actual, not);
    Object.defineProperties(found, {
      not: { get: () => of(actual, !not) },
      resolves: { get: () => settled(async () => actual, not) },
      rejects: { get: () => settled(rejection, not) },
    });
    return closed('expect()', found, Defect);
  };
  return closed('expect', Object.assign((actual) => of(actual, false), {}), Defect);
}

// Tests are run when all are known, each between the hooks of the groups that it stands in.
function makeSuite(Defect) {
  const group = (parent) => ({ parent, beforeAll: [], beforeEach: [], afterEach: [], afterAll: [], hasBegun: false });
  const groups = [group(null)], tests = [];
  let current = groups[0];

  // With a parameter a body says by a call that it is done.
  const run = (body) => (body.length === 0 ? body() : new Promise((resolve, reject) => {
    const done = (error) => (error ? reject(error instanceof Error ? error : new Error(String(error))) : resolve());
    done.fail = (error) => done(error || 'failed');
    const result = body(done);
    if (result && typeof result.then === 'function') result.then(undefined, reject);
  }));

  const skip = () => {};
  const each = (register) => (rows) => {
    if (!Array.isArray(rows) || rows.raw) throw new Defect('the tests use a table as a template, which is not here');
    return (name, body) => rows.forEach((row) => register(name, () => body(...(Array.isArray(row) ? row : [row]))));
  };
  const withForms = (what, register, extra = {}) => {
    const known = Object.assign((...args) => register(...args), { skip, todo: skip, each: each(register), ...extra });
    known.only = known;
    return closed(what, known, Defect);
  };

  const test = (name, body) => { tests.push({ body: () => run(body), group: current }); };
  const describe = (name, body) => {
    const outer = current;
    groups.push(current = group(outer));
    try { body(); } finally { current = outer; }
  };
  const hook = (kind) => (body) => { current[kind].push(() => run(body)); };
  const hooks = { beforeAll: hook('beforeAll'), before: hook('beforeAll'), beforeEach: hook('beforeEach'), afterEach: hook('afterEach'), afterAll: hook('afterAll'), after: hook('afterAll') };

  // node:test gives its bodies a context, and takes names and options or none.
  const last = (args) => args.find((one) => typeof one === 'function') || skip;
  const context = closed('the context', { test: async (...args) => { await last(args)(context); }, diagnostic: skip }, Defect);
  const testOfNode = (...args) => { if (!args.some((one) => one && (one.skip || one.todo))) tests.push({ body: () => last(args)(context), group: current }); };
  const describeOfNode = withForms('node:test', (...args) => describe('', last(args)));
  const ofNode = withForms('node:test', testOfNode, { describe: describeOfNode, suite: describeOfNode, ...hooks });
  ofNode.test = ofNode.it = ofNode;

  const chain = (of) => (of === null ? [] : [...chain(of.parent), of]);

  async function runAll(one, fail) {
    for (const { body, group: inner } of tests) {
      await one(async () => {
        for (const outer of chain(inner)) {
          if (!outer.hasBegun) for (const prepare of outer.beforeAll) await prepare();
          outer.hasBegun = true;
        }
        for (const outer of chain(inner)) for (const prepare of outer.beforeEach) await prepare();
        await body();
        for (const outer of chain(inner).reverse()) for (const clear of outer.afterEach) await clear();
      });
    }
    for (const outer of groups.filter((each) => each.hasBegun).reverse()) {
      for (const clear of outer.afterAll) {
        try { await clear(); } catch (error) { fail(error); }
      }
    }
  }

  const testForms = withForms('test', test);
  return { globals: { test: testForms, it: testForms, describe: withForms('describe', describe), ...hooks }, ofNode, run: runAll, get isEmpty() { return tests.length === 0; } };
}

module.exports = { makeExpect, makeSuite };

// Runs JavaScript tests against a submission in another process. The tests are trusted; what they are told is not.
'use strict';
const fs = require('fs');
const vm = require('vm');
const util = require('util');
const realAssert = require('assert');
const { encode, decode, merge, mergeable, Link, Gone } = require('./codec.cjs');
const link = new Link(4, 5);
const callbacks = [], handles = new WeakMap(), ends = [];
let used = false;

const report = (tag, text) => {
  const data = Buffer.from('' + tag + text, 'utf8');
  for (let at = 0; at < data.length;) at += fs.writeSync(3, data, at);
};

class Defect extends Error {}

function out(value) {
  if (handles.has(value)) return { $: 'handle', v: handles.get(value) };
  if (typeof value === 'function') return { $: 'callback', v: callbacks.push(value) - 1 };
  throw new Defect(`a test passes a value of type ${Object.prototype.toString.call(value)}, which cannot be given to another process`);
}

const errors = { Error, TypeError, RangeError, ReferenceError, SyntaxError, EvalError, URIError };

function rebuilt(described) {
  if (!described.isError) return decode(described.value, into);
  const Kind = errors[described.bases.find((name) => Object.prototype.hasOwnProperty.call(errors, name))] || Error;
  const error = new Kind(String(described.message));
  error.name = String(described.name);
  return error;
}

function ask(operation, ...args) {
  used = true;
  link.send({ do: operation, args: args.map((item) => encode(item, out)) });
  for (;;) {
    const reply = link.receive();
    if (reply === null || typeof reply !== 'object') return link.end();
    if (reply.callback !== undefined) {
      let answered;
      try {
        answered = { value: encode(callbacks[reply.callback](...reply.args.map((item) => decode(item, into))), out) };
      } catch (error) {
        if (error instanceof Gone) throw error;
        answered = { error: String(error && error.message) };
      }
      link.send(answered);
      continue;
    }
    if (reply.error !== undefined) throw rebuilt(reply.error);
    const passed = operation === 'call' ? args[2] : operation === 'construct' ? args[1] : [];
    for (const [index, item] of reply.changed || []) if (mergeable(passed[index])) merge(passed[index], decode(item, into));
    return decode(reply.value, into);
  }
}

// An object of the submission's: every use of it is a question. It is equal to nothing but itself, and becomes no number.
function into(value) {
  if (value.$ !== 'handle' || typeof value.v !== 'number') return link.end();
  const target = value.callable === true ? function () {} : {};
  const handle = new Proxy(target, {
    get: (_, key) => {
      if (key === Symbol.iterator) {
        const iterator = ask('get', handle, '@@iterator');
        return iterator === undefined ? undefined : () => ask('call', iterator, handle, []);
      }
      if (key === Symbol.hasInstance) return (item) => handles.has(item) && ask('instance', item, handle) === true;
      if (key === Symbol.toPrimitive) return (hint) => { if (hint === 'string') return String(ask('text', handle)); throw new TypeError('an object of the submission is no number'); };
      if (typeof key === 'symbol') return undefined;
      if (value.callable && (key === 'call' || key === 'apply' || key === 'bind')) return Function.prototype[key];
      return ask('get', handle, key);
    },
    set: (_, key, item) => { ask('set', handle, String(key), item); return true; },
    has: (_, key) => typeof key === 'string' && ask('has', handle, key) === true,
    deleteProperty: (_, key) => { ask('remove', handle, String(key)); return true; },
    ownKeys: () => [],
    apply: (_, self, args) => ask('call', handle, handles.has(self) ? self : undefined, args),
    construct: (_, args) => { const made = ask('construct', handle, args); return made !== null && typeof made === 'object' ? made : {}; },
  });
  handles.set(handle, value.v);
  return value.promise === true ? Promise.resolve().then(() => ask('await', handle)) : handle;
}

function record(work) {
  try {
    const result = work();
    ends.push(link.gone ? ['gone', "the submission's process ended before the tests did"] : null);
    return result;
  } catch (error) {
    if (error instanceof Defect) throw error;
    ends.push(why(error));
    return undefined;
  }
}

const why = (error) => (error instanceof Gone || link.gone ? ['gone', "the submission's process ended before the tests did"]
  : error instanceof realAssert.AssertionError ? ['wrong', 'an assertion failed']
    : ['error', `${(error && error.name) || 'Error'}: ${String((error && error.message) || error).slice(0, 200)}`]);

function demand(condition) {
  if (condition !== true) throw new realAssert.AssertionError({ message: 'an assertion failed' });
}

// console.assert tells and goes on: each is a test of its own.
console.assert = (condition) => record(() => demand(Boolean(condition)));
console.log = console.error = console.warn = console.info = () => {};

// assert throws: what follows is not reached.
const counted = (method) => (...args) => { method(...args); ends.push(null); };
const assert = counted(realAssert);
for (const name of Object.keys(realAssert)) if (typeof realAssert[name] === 'function') assert[name] = /^[a-z]/.test(name) ? counted(realAssert[name]) : realAssert[name];
assert.strict = assert;

const pending = [], before = [];
const test = (name, body) => { pending.push(body); };
test.each = (rows) => (name, body) => rows.forEach((row) => pending.push(() => body(...(Array.isArray(row) ? row : [row]))));

const same = (a, b) => util.isDeepStrictEqual(a, b) && !handles.has(a) && !handles.has(b) || a === b;
function expect(actual) {
  const matchers = (not) => {
    const check = (holds) => demand(not ? !holds : Boolean(holds));
    const thrown = () => { try { actual(); } catch (error) { if (error instanceof Gone) throw error; return [error]; } return null; };
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
      toThrow: (wanted) => {
        const error = thrown();
        check(error !== null && (wanted === undefined || (typeof wanted === 'function' ? error[0] instanceof wanted
          : wanted instanceof RegExp ? wanted.test(error[0].message) : String(error[0].message).includes(wanted.message || wanted))));
      },
    };
  };
  return { ...matchers(false), not: matchers(true) };
}

const builtIn = new Set(Object.getOwnPropertyNames(globalThis));

function provide(source) {
  globalThis.require = (name) => {
    if (name === 'assert' || name === 'node:assert' || name === 'assert/strict') return assert;
    if (/^\.{0,2}\/|^(solution|submission|main|program)$/.test(name)) return new Proxy({}, { get: (_, key) => (typeof key === 'string' ? ask('names', [key])[key] : undefined) });
    return require(name);
  };
  Object.assign(globalThis, { assert, test, it: test, describe: (name, body) => body(), expect, beforeEach: (body) => before.push(body), module: { exports: {} }, exports: {} });
  const words = [...new Set(source.match(/[A-Za-z_$][\w$]*/g) || [])].filter((name) => !builtIn.has(name) && !(name in globalThis));
  const found = ask('names', words);
  for (const name of Object.keys(found)) Object.defineProperty(globalThis, name, { value: found[name], writable: true, configurable: true });
  used = false;
}

// The result or the tests' own promises are waited for; a submission that never ends is the limits' business.
async function main() {
  const source = fs.readFileSync('tests.js', 'utf8');
  const entryPoint = JSON.parse(fs.readFileSync('configuration.json', 'utf8'));
  try {
    provide(source);
    const result = vm.runInThisContext(source, { filename: 'tests.js' });
    if (result && typeof result.then === 'function') await result;
    if (ends.length === 0 && pending.length === 0 && entryPoint && vm.runInThisContext("typeof check === 'function'")) {
      await vm.runInThisContext('check')(globalThis[entryPoint]);
    }
    for (const body of pending) {
      const length = ends.length;
      let end = null;
      try {
        for (const prepare of before) await prepare();
        await body();
      } catch (error) {
        if (error instanceof Defect) throw error;
        end = why(error);
      }
      // A test is one test, however much it asserts.
      const inner = ends.splice(length).find((one) => one !== null);
      ends.push(end || inner || (link.gone ? ['gone', "the submission's process ended before the tests did"] : null));
    }
    // What was written without waiting, as main().then(...), ends before the process does.
    await new Promise((resolve) => setImmediate(resolve));
  } catch (error) {
    if (error instanceof Defect || (!used && !(error instanceof Gone) && !(error instanceof ReferenceError))) {
      report('D', error instanceof Defect ? error.message : `the tests fail by themselves: ${error && error.message}`);
      process.exit(0);
    }
    ends.push(why(error));
  }
  if (ends.length === 0) {
    if (used) ends.push(['wrong', 'no assertion of the tests was reached']);
    else { report('D', 'the tests hold no test'); process.exit(0); }
  }
  report('T', JSON.stringify(ends));
  process.exit(0);
}

process.on('unhandledRejection', (error) => { ends.push(why(error)); });
main();

// Runs JavaScript tests against a submission in another process. The tests are trusted; what they are told is not.
'use strict';
const fs = require('fs');
const vm = require('vm');
const util = require('util');
const realAssert = require('assert');
const { encode, decode, merge, mergeable, Link, Gone } = require('./codec.cjs');
const { makeExpect, makeSuite } = require('./frameworks.cjs');
const link = new Link(4, 5);
const callbacks = [], handles = new WeakMap(), ends = [];
const GONE = ['gone', "the submission's process ended before the tests did"];
const source = fs.readFileSync('tests.js', 'utf8');
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
    ends.push(link.gone ? GONE : null);
    return result;
  } catch (error) {
    if (error instanceof Defect) throw error;
    ends.push(why(error));
    return undefined;
  }
}

const why = (error) => (error instanceof Gone || link.gone ? GONE
  : error instanceof realAssert.AssertionError ? ['wrong', 'an assertion failed']
    : ['error', `${(error && error.name) || 'Error'}: ${String((error && error.message) || error).slice(0, 200)}`]);

function demand(condition) {
  if (condition !== true) throw new realAssert.AssertionError({ message: 'an assertion failed' });
}

// console.assert tells and goes on: each is a test of its own.
console.assert = (condition) => record(() => demand(Boolean(condition)));
console.log = console.error = console.warn = console.info = () => {};

// assert throws: what follows is not reached.
const counted = (method) => (...args) => { const result = method(...args); ends.push(null); return result; };
const assert = counted(realAssert);
for (const name of Object.keys(realAssert)) if (typeof realAssert[name] === 'function') assert[name] = /^[a-z]/.test(name) ? counted(realAssert[name]) : realAssert[name];
assert.strict = assert;

const same = (a, b) => util.isDeepStrictEqual(a, b) && !handles.has(a) && !handles.has(b) || a === b;
const expect = makeExpect({ demand: (holds) => { demand(holds); ends.push(null); }, same, Defect, Gone });
const suite = makeSuite(Defect);

const builtIn = new Set(Object.getOwnPropertyNames(globalThis));

// What a framework makes of a file of its own; where it is only named, it is missing here, and not in the submission.
const absent = ['jest', 'vi', 'sinon', 'chai', 'jasmine', 'spyOn', 'QUnit', 'suite', 'specify', 'setup', 'teardown'];

function provide() {
  globalThis.require = (name) => {
    if (name === 'assert' || name === 'node:assert' || name === 'assert/strict' || name === 'node:assert/strict') return assert;
    if (name === 'node:test') return suite.ofNode;
    if (/^\.{0,2}\/|^(solution|submission|main|program)$/.test(name)) return new Proxy({}, { get: (_, key) => (typeof key === 'string' ? ask('names', [key])[key] : undefined) });
    return require(name);
  };
  Object.assign(globalThis, { assert, expect, ...suite.globals, module: { exports: {} }, exports: {} });
  const words = [...new Set(source.match(/[A-Za-z_$][\w$]*/g) || [])].filter((name) => !builtIn.has(name) && !(name in globalThis));
  const found = ask('names', words);
  for (const name of Object.keys(found)) Object.defineProperty(globalThis, name, { value: found[name], writable: true, configurable: true });
  for (const name of absent) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { get: () => { throw new Defect(`the tests use ${name}, which is not here`); }, set: (value) => Object.defineProperty(globalThis, name, { value, writable: true }), configurable: true });
  }
  used = false;
}

// Without assertions that a right program meets, and `assert(false)` is none, a script that can fail is one test.
const asserts = /\bassert(?:\.(?!fail\b)\w+)*\s*\((?!\s*(?:false\b|0\s*[,)]))|\b(?:expect|test|it)\s*\(/;
const fails = /\bthrow\b|\bprocess\s*\.\s*exit|\bassert\b/;

const leave = process.exit;
let isDone = false, isEnding = false;

function refuse(why) {
  report('D', why);
  leave.call(process, 0);
}

// However the tests say that something failed: by what they throw, now or later, or by the process's exit code.
function fail(error) {
  if (error instanceof Defect) refuse(error.message);
  ends.push(why(error));
}

// The result, or the tests' own promises, are waited for, and what they have put off; a submission that never ends is the limits' business.
function finish() {
  if (isEnding) return;
  isEnding = true;
  try {
    process.emit('exit', process.exitCode || 0);
  } catch (error) {
    fail(error);
  }
  if (!isDone) {
    if (callbacks.length > 0) refuse('the tests wait to be called after the submission has answered, which cannot reach them from another process');
    ends.push(['wrong', 'the tests wait for what does not come']);
  }
  if (Number(process.exitCode || 0) !== 0) ends.push(['wrong', 'the tests ended with an exit code that is not 0']);
  if (link.gone && ends.every((end) => end === null)) ends.push(GONE);
  if (ends.length === 0) {
    if (!used) refuse('the tests hold no test');
    ends.push(!asserts.test(source) && fails.test(source) ? null : ['wrong', 'no assertion of the tests was reached']);
  }
  report('T', JSON.stringify(ends));
  leave.call(process, 0);
}

async function main() {
  const entryPoint = JSON.parse(fs.readFileSync('configuration.json', 'utf8'));
  try {
    provide();
    const result = vm.runInThisContext(source, { filename: 'tests.js' });
    if (result && typeof result.then === 'function') await result;
    if (ends.length === 0 && suite.isEmpty && entryPoint && vm.runInThisContext("typeof check === 'function'")) {
      await vm.runInThisContext('check')(globalThis[entryPoint]);
    }
    await suite.run(async (body) => {
      const length = ends.length;
      let end = null;
      try {
        await body();
      } catch (error) {
        if (error instanceof Defect) throw error;
        end = why(error);
      }
      // A test is one test, however much it asserts.
      const inner = ends.splice(length).find((one) => one !== null);
      ends.push(end || inner || (link.gone ? GONE : null));
    }, fail);
  } catch (error) {
    if (!(error instanceof Defect) && !used && !(error instanceof Gone) && !(error instanceof ReferenceError)) refuse(`the tests fail by themselves: ${error && error.message}`);
    fail(error);
  }
  isDone = true;
}

process.exit = (code) => {
  if (code !== undefined) process.exitCode = code;
  isDone = true;
  finish();
};
process.on('unhandledRejection', fail);
process.on('uncaughtException', fail);
process.on('beforeExit', finish);
main();

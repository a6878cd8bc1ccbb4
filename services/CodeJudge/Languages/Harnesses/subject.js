// The submission's side of its unit tests: does what the tests' process asks for, and answers with plain data and handles. It shares its
// process with the submission, so nothing here decides.
'use strict';
const fs = require('fs');
const { encode, decode, mergeable, Link, Gone, typeOf } = require('./codec.cjs');
const { load, top } = require('./program.cjs');
const source = fs.readFileSync('program.js', 'utf8');
const link = new Link(4, 5);
const objects = [], numbers = new Map();

function handle(value) {
  if (!numbers.has(value)) {
    numbers.set(value, objects.length);
    objects.push(value);
  }
  return { $: 'handle', v: numbers.get(value), callable: typeof value === 'function', promise: typeOf(value) === 'Promise', name: String((value && value.name) || '') };
}

function local(value) {
  if (value.$ === 'handle') return objects[value.v];
  if (value.$ === 'callback') return (...args) => callBack(value.v, args);
  throw new TypeError(value.$);
}

function callBack(number, args) {
  link.send({ callback: number, args: args.map((item) => encode(item, handle)) });
  for (;;) {
    const message = link.receive();
    if (message.do !== undefined) { link.send(answer(message)); continue; }
    if (message.error !== undefined) throw new Error(message.error);
    return decode(message.value, local);
  }
}

const operations = {
  names: (names) => Object.fromEntries(names.map((name) => [name, top(name)]).filter(([, value]) => value !== undefined)),
  call: (target, self, args) => Reflect.apply(target, self, args),
  construct: (target, args) => Reflect.construct(target, args),
  get: (target, key) => (key === '@@iterator' ? target[Symbol.iterator] : target[key]),
  set: (target, key, value) => { target[key] = value; },
  has: (target, key) => key in target,
  keys: (target) => Object.keys(target),
  instance: (value, type) => value instanceof type,
  text: (value) => String(value),
  remove: (target, key) => delete target[key],
};

function failure(error) {
  const bases = [];
  for (let proto = error && Object.getPrototypeOf(Object(error)); proto; proto = Object.getPrototypeOf(proto)) bases.push(String((proto.constructor && proto.constructor.name) || ''));
  const isError = error instanceof Error;
  return { error: { isError, bases, name: isError ? String(error.name) : '', message: isError ? String(error.message) : '', value: isError ? null : encode(error, handle) } };
}

function answer(message) {
  try {
    const args = message.args.map((item) => decode(item, local));
    const watched = message.do === 'call' ? args[2] : message.do === 'construct' ? args[1] : [];
    const before = watched.map((item) => (mergeable(item) ? JSON.stringify(encode(item, handle)) : null));
    const reply = { value: encode(operations[message.do](...args), handle) };
    const changed = [];
    watched.forEach((item, index) => {
      if (before[index] === null) return;
      const after = encode(item, handle);
      if (JSON.stringify(after) !== before[index]) changed.push([index, after]);
    });
    if (changed.length) reply.changed = changed;
    return reply;
  } catch (error) {
    if (error instanceof Gone) throw error;
    return failure(error);
  }
}

(async () => {
  try {
    load(source);
  } catch (error) {
    fs.writeSync(3, `E${String((error && error.name) || 'Error')}: ${String((error && error.message) || error).slice(0, 300)}`);
    process.exit(1);
  }
  try {
    for (;;) {
      const message = link.receive();
      if (message.do === 'await') {
        // Timers and promises go on while the tests wait for this one.
        try {
          link.send({ value: encode(await objects[message.args[0].v], handle) });
        } catch (error) {
          link.send(failure(error));
        }
      } else {
        link.send(answer(message));
      }
    }
  } catch (error) {
    process.exit(error instanceof Gone ? 0 : 1);
  }
})();

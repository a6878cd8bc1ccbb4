// Loads the program as a script: its top-level names, `const` and `class` too, stay within reach.
'use strict';
const vm = require('vm');

function load(source) {
  globalThis.require = require;
  globalThis.module = { exports: {} };
  globalThis.exports = globalThis.module.exports;
  vm.runInThisContext(source.replace(/^[ \t]*export[ \t]+(?:default[ \t]+)?(?=[A-Za-z_$])/gm, ''), { filename: 'program.js' });
}

// What the program calls so, or undefined.
function top(name) {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return undefined;
  let found;
  try {
    found = vm.runInThisContext(`typeof ${name} === 'undefined' ? undefined : ${name}`);
  } catch (error) {
    return undefined; // a word of the language
  }
  const exported = globalThis.module && globalThis.module.exports;
  return found !== undefined ? found : exported && (exported[name] !== undefined ? exported[name] : exported.name === name ? exported : undefined);
}

// `name`, or `Class.method` on a new object.
function lookUp(entryPoint) {
  const [first, ...rest] = entryPoint.replace('()', '').split('.');
  const found = top(first);
  if (found === undefined) throw new ReferenceError(`the program defines no ${first}`);
  if (rest.length === 0) return found;
  const owner = typeof found === 'function' && found[rest[0]] === undefined ? new found() : found;
  return (...args) => owner[rest[0]](...args);
}

const isPlainArray = (value) => Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype;

module.exports = { load, top, lookUp, isPlainArray };

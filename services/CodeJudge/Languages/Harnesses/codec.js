// How values cross between the tests' process and the submission's: JSON of plain data, some others as tagged copies, the rest as handles.
'use strict';
const fs = require('fs');
const { Buffer } = require('buffer');
const { getPrototypeOf, keys } = Object;
const MOST_DEPTH = 200, MOST_MESSAGE = 64 << 20;
const typeOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

class Gone extends Error {}

// Other realms have other constructors: what counts is the prototype's own name, and that nothing was put between.
function isPlain(value) {
  const proto = getPrototypeOf(value);
  return proto === null || (getPrototypeOf(proto) === null && Object.prototype.hasOwnProperty.call(proto, 'isPrototypeOf'));
}
const isArray = (value) => Array.isArray(value) && Array.isArray(getPrototypeOf(value)) && getPrototypeOf(getPrototypeOf(getPrototypeOf(value))) === null;

function encode(value, other, depth = 0) {
  if (depth > MOST_DEPTH) throw new TypeError('the value is nested too deeply');
  const each = (item) => encode(item, other, depth + 1);
  switch (typeof value) {
    case 'undefined': return { $: 'undefined' };
    case 'boolean': case 'string': return value;
    case 'number': return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    case 'bigint': return { $: 'bigint', v: String(value) };
    case 'object':
      if (value === null) return null;
      if (isArray(value)) {
        const items = [];
        for (let i = 0; i < value.length; i++) items.push(each(value[i]));
        return items;
      }
      switch (typeOf(value)) {
        case 'Map': return { $: 'map', v: [...Map.prototype.entries.call(value)].map(([key, item]) => [each(key), each(item)]) };
        case 'Set': return { $: 'set', v: [...Set.prototype.values.call(value)].map(each) };
        case 'Date': return { $: 'date', v: Date.prototype.getTime.call(value) };
      }
      if (isPlain(value)) return { $: 'object', v: keys(value).map((key) => [key, each(value[key])]) };
  }
  return other(value);
}

function decode(value, other) {
  const each = (item) => decode(item, other);
  if (Array.isArray(value)) return value.map(each);
  if (value === null || typeof value !== 'object') return value;
  switch (value.$) {
    case 'undefined': return undefined;
    case 'number': return Number(value.v);
    case 'bigint': return BigInt(value.v);
    case 'map': return new Map(value.v.map(([key, item]) => [each(key), each(item)]));
    case 'set': return new Set(value.v.map(each));
    case 'date': return new Date(value.v);
    case 'object': {
      const result = {};
      for (const [key, item] of value.v) Object.defineProperty(result, String(key), { value: each(item), writable: true, enumerable: true, configurable: true });
      return result;
    }
    default: return other(value);
  }
}

// Makes a container equal to another of its kind, keeping the containers in it that others may hold too.
function merge(target, source) {
  const kept = (old, next) => (mergeable(old) && typeOf(old) === typeOf(next) ? (merge(old, next), old) : next);
  switch (typeOf(target)) {
    case 'Array': {
      const items = source.map((item, index) => (target.length === source.length ? kept(target[index], item) : item));
      target.length = 0;
      for (const item of items) target.push(item);
      break;
    }
    case 'Map': target.clear(); for (const [key, item] of source) target.set(key, item); break;
    case 'Set': target.clear(); for (const item of source) target.add(item); break;
    default:
      for (const key of keys(target)) if (!(key in source)) delete target[key];
      for (const key of keys(source)) target[key] = kept(target[key], source[key]);
  }
}
const mergeable = (value) => value !== null && typeof value === 'object' && (isArray(value) || ['Map', 'Set'].includes(typeOf(value)) || (typeOf(value) === 'Object' && isPlain(value)));

// Frames of JSON on two pipes.
class Link {
  constructor(read, write) { this.read = read; this.write = write; this.gone = false; }

  send(message) {
    const body = Buffer.from(JSON.stringify(message), 'utf8');
    const frame = Buffer.alloc(4 + body.length);
    frame.writeUInt32LE(body.length, 0);
    body.copy(frame, 4);
    try {
      for (let at = 0; at < frame.length;) at += fs.writeSync(this.write, frame, at);
    } catch (error) {
      this.end();
    }
  }

  receive() {
    const length = this.exactly(4).readUInt32LE(0);
    if (length > MOST_MESSAGE) this.end();
    try {
      return JSON.parse(this.exactly(length).toString('utf8'));
    } catch (error) {
      return this.end();
    }
  }

  exactly(count) {
    const buffer = Buffer.alloc(count);
    for (let at = 0; at < count;) {
      let read = 0;
      try { read = fs.readSync(this.read, buffer, at, count - at, null); } catch (error) { read = 0; }
      if (read === 0) this.end();
      at += read;
    }
    return buffer;
  }

  end() {
    this.gone = true;
    throw new Gone("the submission's process ended before the tests did");
  }
}

module.exports = { encode, decode, merge, mergeable, Link, Gone, typeOf };

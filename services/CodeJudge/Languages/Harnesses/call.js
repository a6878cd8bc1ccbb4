// Calls one function of the program with JSON arguments; the result goes back as JSON and is compared elsewhere.
'use strict';
const fs = require('fs');
const { isPlainArray, load, lookUp } = require('./program.cjs');
const report = (tag, text) => {
  const data = Buffer.from(tag + text, 'utf8');
  for (let at = 0; at < data.length;) at += fs.writeSync(3, data, at);
};
const [entryPoint, position] = JSON.parse(fs.readFileSync('configuration.json', 'utf8')).split('@');
const source = fs.readFileSync('program.js', 'utf8');
const input = JSON.parse(fs.readFileSync(0, 'utf8'));

class NotPlain extends Error {}

function plain(value, depth = 0) {
  if (depth > 200) throw new NotPlain('the result is nested too deeply');
  switch (typeof value) {
    case 'undefined': return 'null';
    case 'boolean': return String(value);
    case 'bigint': return String(value);
    case 'string': return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotPlain('the result holds a number that is not finite');
      return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
    case 'object':
      if (value === null) return 'null';
      if (isPlainArray(value)) {
        const items = [];
        for (let i = 0; i < value.length; i++) items.push(plain(value[i], depth + 1));
        return `[${items.join(',')}]`;
      }
      if ('val' in value && 'next' in value) return plain(fromList(value), depth + 1);
      if ('val' in value && 'left' in value && 'right' in value) return plain(fromTree(value), depth + 1);
      if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null) {
        return `{${Object.keys(value).map((key) => `${JSON.stringify(key)}:${plain(value[key], depth + 1)}`).join(',')}}`;
      }
  }
  throw new NotPlain(`the result holds a value of type ${Object.prototype.toString.call(value)}`);
}

// Linked lists and trees as LeetCode writes them.
function fromList(node) {
  const items = [];
  for (; node; node = node.next) {
    items.push(node.val);
    if (items.length > 1e6) throw new NotPlain('the list has no end');
  }
  return items;
}
function fromTree(root) {
  const items = [], queue = [root];
  for (let i = 0; i < queue.length; i++) {
    if (i > 1e6) throw new NotPlain('the tree has no end');
    items.push(queue[i] ? queue[i].val : null);
    if (queue[i]) queue.push(queue[i].left, queue[i].right);
  }
  while (items.length && items[items.length - 1] === null) items.pop();
  return items;
}
function toList(items) {
  let node = null;
  for (let i = items.length - 1; i >= 0; i--) node = new globalThis.ListNode(items[i], node);
  return node;
}
function toTree(items) {
  const nodes = items.map((value) => (value === null ? null : new globalThis.TreeNode(value)));
  let next = 1;
  for (const node of nodes) {
    if (!node) continue;
    node.left = nodes[next++] || null;
    node.right = nodes[next++] || null;
  }
  return nodes[0] || null;
}

globalThis.ListNode = class ListNode { constructor(val = 0, next = null) { this.val = val; this.next = next; } };
globalThis.TreeNode = class TreeNode { constructor(val = 0, left = null, right = null) { this.val = val; this.left = left; this.right = right; } };

function given(value, index) {
  // The types stand in the comment above the function, or, in TypeScript, did.
  const original = fs.existsSync('program.ts') ? fs.readFileSync('program.ts', 'utf8') : source;
  const name = entryPoint.split('.').pop();
  const comment = [...source.matchAll(/@param\s*\{([^}]*)\}/g)].map((match) => match[1]);
  const signature = new RegExp(`${name}\\s*(?:=\\s*function\\s*)?\\(([^)]*)\\)`).exec(original);
  const type = (signature && signature[1].includes(':') ? signature[1].split(',')[index] : comment[index]) || '';
  if (!Array.isArray(value)) return value;
  if (/ListNode\s*(\|\s*null)?\s*\[\]|Array<ListNode/.test(type)) return value.map(toList);
  return /ListNode/.test(type) ? toList(value) : /TreeNode/.test(type) ? toTree(value) : value;
}

(async () => {
  try {
    load(source);
    const args = input.map(given);
    const target = lookUp(entryPoint);
    let result = target(...args);
    if (result && typeof result.then === 'function') result = await result;
    report('R', plain(position === undefined ? result : args[Number(position)]));
    process.exit(0);
  } catch (error) {
    if (error instanceof NotPlain) report('U', error.message);
    else report('E', String((error && error.name) || 'Error') + ': ' + String((error && error.message) || error).slice(0, 300));
    process.exit(1);
  }
})();

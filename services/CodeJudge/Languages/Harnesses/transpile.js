// Takes the types off a TypeScript program; what does not parse is told and fails.
const fs = require('fs');
const ts = require('/usr/share/nodejs/typescript');
for (const name of process.argv.slice(2)) {
  const source = fs.readFileSync(name, 'utf8');
  const options = { target: ts.ScriptTarget.ES2021, module: ts.ModuleKind.CommonJS, esModuleInterop: true, removeComments: false };
  const result = ts.transpileModule(source, { compilerOptions: options, fileName: name, reportDiagnostics: true });
  for (const diagnostic of result.diagnostics) {
    const { line } = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
    console.error(`${name}:${line + 1}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`);
    process.exitCode = 1;
  }
  fs.writeFileSync(name.replace(/\.ts$/, '.js'), result.outputText);
}

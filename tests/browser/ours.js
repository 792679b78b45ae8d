// What we know of pages, asked of style_dump, and the options of the checks that ask it.
'use strict';
const readline = require('readline');
const { spawn } = require('child_process');

// One process for all the pages; one question at a time.
class Ours {
	constructor(dump) {
		this.dump = dump;
		this.process = spawn(dump, { stdio: ['pipe', 'pipe', 'inherit'] });
		this.lines = readline.createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
	}

	// { about, lines }: see tests/tools/style_dump.c.
	async ask(page, wanted = '') {
		this.process.stdin.write(`${[page.file, page.root, page.prefix, wanted].join('\t')}\n`);
		const lines = [];
		for (;;) {
			const { value, done } = await this.lines.next();
			if (done)
				throw new Error(`${page.file}: ${this.dump} ended`);
			if (value === 'null')
				break;
			lines.push(JSON.parse(value));
		}
		const about = lines.shift();
		if (about.failed)
			throw new Error(`${page.file}: ${about.failed}`);
		return { about, lines };
	}

	close() {
		this.process.stdin.end();
	}
}

// What is after --name=, or undefined.
const optionOf = (options) => (name) => options.find((one) => one.startsWith(`--${name}=`))?.split('=')[1];

module.exports = { Ours, optionOf };

// Tables that are sorted, and the search of a site: the pages are whole without.
(() => {
	'use strict';
	const plain = (text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/\u0153/g, 'oe')
		.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

	// A heading becomes a button: numbers by data-value, texts by their words.
	const sortable = (table) => {
		const body = table.tBodies[0];
		const rows = [...body.rows];
		const keyOf = (row, column) => row.cells[column].dataset.value === undefined ?
			plain(row.cells[column].textContent) : Number(row.cells[column].dataset.value);
		const headers = [...table.tHead.rows[0].cells];

		headers.forEach((header, column) => {
			const button = document.createElement('button');
			button.type = 'button';
			button.textContent = header.textContent;
			header.replaceChildren(button);
			header.setAttribute('aria-sort', 'none');
			button.addEventListener('click', () => {
				const up = header.getAttribute('aria-sort') !== 'ascending';
				const keys = new Map(rows.map((row) => [row, keyOf(row, column)]));
				const compare = (a, b) => typeof a === 'number' ? a - b : a.localeCompare(b);
				for (const other of headers)
					other.setAttribute('aria-sort', 'none');
				header.setAttribute('aria-sort', up ? 'ascending' : 'descending');
				rows.sort((a, b) => compare(keys.get(a), keys.get(b)) * (up ? 1 : -1));
				body.append(...rows);
			});
		});
	};
	for (const table of document.querySelectorAll('table')) {
		if (table.querySelector('td[data-value]') !== null && table.tBodies[0].rows.length > 1)
			sortable(table);
	}

	// The files of the search hold the sites by the first two letters of a word of their name.
	const form = document.querySelector('form.find');
	if (form === null)
		return;
	const LIMIT = 20;
	const files = new Map();
	const fetched = (name) => {
		if (!files.has(name))
			files.set(name, fetch(`${form.dataset.root}recherche/${name}.json`).then((answer) => answer.json()));
		return files.get(name);
	};
	const shown = form.querySelector('.shown');
	const list = form.querySelector('.found');
	const input = form.querySelector('input');
	const shardOf = (word) => word.slice(0, 2).padEnd(2, '_').replace(/[^a-z0-9]/g, '_');
	const find = async (words) => {
		const { common, shards } = await fetched('index');
		const telling = words.filter((word) => word.length > 1 && !common.includes(word));
		const first = telling.sort((a, b) => b.length - a.length)[0] ?? words[0];
		if (telling.length === 0 && common.includes(first))
			return null;
		if (!shards.includes(shardOf(first)))
			return [];
		return (await fetched(shardOf(first))).filter(([name, territory]) => {
			const all = plain(`${name} ${territory}`).split(' ');
			return words.every((word) => all.some((one) => one.startsWith(word)));
		});
	};
	const show = (sites) => {
		if (sites === null) {
			list.replaceChildren();
			shown.textContent = shown.dataset.more;
			return;
		}
		list.replaceChildren(...sites.slice(0, LIMIT).map(([name, territory, path]) => {
			const item = document.createElement('li');
			const link = document.createElement('a');
			link.href = form.dataset.up + path;
			link.textContent = name;
			item.append(link, territory === '' ? '' : ` ${territory}`);
			return item;
		}));
		shown.textContent = sites.length === 0 ? shown.dataset.none : sites.length === 1 ? shown.dataset.one :
			sites.length > LIMIT ? shown.dataset.more : shown.dataset.many.replace('{n}', sites.length);
	};
	let asked = 0;
	form.hidden = false;
	form.addEventListener('submit', (event) => event.preventDefault());
	input.addEventListener('input', async () => {
		const words = plain(input.value).split(' ').filter((word) => word !== '');
		const mine = ++asked;
		if (words.join('').length < 2) {
			list.replaceChildren();
			shown.textContent = '';
			return;
		}
		try {
			const sites = await find(words);
			if (mine === asked)
				show(sites);
		} catch {
			list.replaceChildren();
			shown.textContent = shown.dataset.broken;
		}
	});
})();

// Filters and search: the report is whole without. Forms that need this script are hidden until it runs.
(() => {
	'use strict';
	const plain = (text) => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/\u2019/g, "'");

	for (const form of document.querySelectorAll('form.filter')) {
		const items = [...document.querySelectorAll(form.dataset.items)];
		if (items.length === 0)
			continue;
		const shown = form.querySelector('.shown');
		let texts = null;
		const keeps = (item, index, wanted) => wanted.every((word) => texts[index].includes(word)) &&
			[...form.querySelectorAll('select')].every((choice) => choice.value === '' ||
				(item.dataset[choice.name] ?? '').split(' ').includes(choice.value));
		const apply = () => {
			const wanted = plain(form.querySelector('input').value).split(/\s+/).filter((word) => word !== '');
			let count = 0;
			texts ??= items.map((item) => plain(item.textContent));
			items.forEach((item, index) => {
				item.hidden = !keeps(item, index, wanted);
				count += item.hidden ? 0 : 1;
			});
			shown.textContent = shown.dataset.phrase.replace('{n}', count).replace('{all}', items.length);
		};
		form.hidden = false;
		form.addEventListener('input', apply);
		form.addEventListener('submit', (event) => event.preventDefault());
	}

	// A link to what a filter hides, or to what is folded, shows it.
	const reveal = () => {
		const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
		for (let element = target || null; element !== null; element = element.parentElement) {
			element.hidden = false;
			if (element.tagName === 'DETAILS')
				element.open = true;
		}
		if (target)
			target.scrollIntoView();
	};
	addEventListener('hashchange', reveal);
	reveal();

	let folded = [];
	addEventListener('beforeprint', () => {
		folded = [...document.querySelectorAll('details:not([open])')];
		for (const part of folded)
			part.open = true;
	});
	addEventListener('afterprint', () => {
		for (const part of folded)
			part.open = false;
	});
})();

-- Neovim without a screen: opens each file, waits for what the server tells of it, applies its actions, prints.
local program, folder = os.getenv('CLAIRLINT'), os.getenv('FOLDER')

local function fail(words)
	io.stderr:write(words .. '\n')
	vim.cmd('cquit 1')
end

local client = vim.lsp.start_client({ name = 'clairlint', cmd = { program, 'lsp' }, root_dir = folder })
if not client then
	fail('the client does not start')
end

local function codes(buffer)
	local found = {}
	for _, one in ipairs(vim.diagnostic.get(buffer)) do
		found[one.code] = (found[one.code] or 0) + 1
	end
	return found
end

local function wait(what, condition)
	if not vim.wait(30000, condition, 50) then
		fail('waited in vain: ' .. what)
	end
end

-- The first action of this rule whose title holds the words, as the client applies it.
local function apply(buffer, rule, words)
	local line = -1
	for _, one in ipairs(vim.diagnostic.get(buffer)) do
		if one.code == rule then
			line = one.lnum
		end
	end
	local text = vim.api.nvim_buf_get_lines(buffer, line, line + 1, true)[1]
	local params = {
		textDocument = vim.lsp.util.make_text_document_params(buffer),
		range = { start = { line = line, character = 0 }, ['end'] = { line = line, character = #text } },
		context = { diagnostics = {} },
	}
	local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 30000)
	for _, action in ipairs(answers and answers[client] and answers[client].result or {}) do
		if string.find(action.title, words, 1, true) then
			if not action.edit then
				action = vim.lsp.buf_request_sync(buffer, 'codeAction/resolve', action, 30000)[client].result
			end
			vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(client).offset_encoding)
			return
		end
	end
	fail('no action for ' .. rule .. ': ' .. words)
end

local function open(name)
	vim.cmd('edit ' .. folder .. '/' .. name)
	local buffer = vim.api.nvim_get_current_buf()
	vim.lsp.buf_attach_client(buffer, client)
	return buffer
end

local function replace(buffer, from, to)
	local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)
	for i, line in ipairs(lines) do
		lines[i] = line:gsub(from, to)
	end
	vim.api.nvim_buf_set_lines(buffer, 0, -1, true, lines)
end

local page = open('page.html')
wait('findings of the page', function() return codes(page)['images/alt-missing'] and codes(page)['images/figure-caption'] end)
apply(page, 'images/figure-caption', 'role="figure"')
wait('the caption to be mended', function() return not codes(page)['images/figure-caption'] end)
apply(page, 'images/alt-missing', 'images/alt-missing')
wait('the comment to be told', function() return codes(page)['clairlint-ignore'] and codes(page)['images/alt-missing'] end)
replace(page, 'raison à compléter', 'refait en mars')
wait('the comment to count', function() return not codes(page)['clairlint-ignore'] and not codes(page)['images/alt-missing'] end)
vim.cmd('write! ' .. folder .. '/page.out')

local text = open('texte.md')
wait('findings of the text', function() return codes(text)['falc/jargon'] end)
apply(text, 'falc/jargon', 'dans')
wait('the word to be mended', function() return not codes(text)['falc/jargon'] end)
vim.cmd('write! ' .. folder .. '/texte.out')

vim.lsp.stop_client(client)
wait('the server to end', function() return vim.lsp.client_is_stopped(client) end)
vim.cmd('qall!')

/* See serve.h. One thread; each connection carries one request. */
#include "net/serve.h"

#include "base/buf.h"
#include "base/hex.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { CLIENTS_MAX = 64, REQUEST_MAX = 32 * 1024, FILE_MAX = 64 * 1024 * 1024 };

struct client {
	int fd;
	struct clair_buf request;
	char *answer; /* NULL while the request is read */
	size_t length;
	size_t sent;
	size_t chunk;
	unsigned pause_ms;
	int64_t not_before;
};

struct clair_server {
	char *folder; /* real path */
	char url[64];
	int listener;
	int wake[2];
	pthread_t thread;
	clair_serve_hook *hook;
	void *payload;
	struct client clients[CLIENTS_MAX];
	size_t count;
};

static int64_t
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static const char *
media_type(const char *path)
{
	static const char *const types[][2] = {
		{".html", "text/html"},
		{".htm", "text/html"},
		{".xhtml", "application/xhtml+xml"},
		{".css", "text/css"},
		{".js", "text/javascript"},
		{".json", "application/json"},
		{".xml", "application/xml"},
		{".txt", "text/plain"},
		{".svg", "image/svg+xml"},
		{".png", "image/png"},
		{".jpg", "image/jpeg"},
		{".jpeg", "image/jpeg"},
		{".gif", "image/gif"},
		{".webp", "image/webp"},
		{".ico", "image/x-icon"},
		{".pdf", "application/pdf"},
		{".gz", "application/gzip"},
		{".woff", "font/woff"},
		{".woff2", "font/woff2"},
		{".mp4", "video/mp4"},
	};
	const char *dot = strrchr(path, '.');

	for (size_t i = 0; dot != NULL && i < sizeof(types) / sizeof(types[0]); i++) {
		if (strcasecmp(dot, types[i][0]) == 0)
			return types[i][1];
	}
	return "application/octet-stream";
}

/* The path of the target, escapes undone; false when it holds a byte that no file name has. */
static bool
decode_path(const char *target, struct clair_buf *path)
{
	for (; *target != '\0' && *target != '?' && *target != '#'; target++) {
		int byte = (unsigned char)*target;

		if (byte == '%') {
			if (clair_hex(target[1]) < 0 || clair_hex(target[2]) < 0)
				return false;
			byte = clair_hex(target[1]) * 16 + clair_hex(target[2]);
			target += 2;
		}
		if (byte == 0)
			return false;
		clair_buf_putc(path, (char)byte);
	}
	return path->length > 0 && path->bytes[0] == '/' && !path->failed;
}

static void
answer_status(struct clair_buf *out, const char *status, const char *more)
{
	struct clair_buf page;

	clair_buf_init(&page, 0);
	clair_buf_printf(&page, "<!DOCTYPE html>\n<html lang=\"en\"><title>%s</title><p>%s</p>\n",
	    status, status);
	clair_buf_printf(out,
	    "HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\n%sContent-Length: %zu\r\n"
	    "Connection: close\r\n\r\n%s",
	    status, more, page.length, page.bytes);
	clair_buf_free(&page);
}

static void
answer_file(struct clair_buf *out, const char *path, bool head)
{
	char block[16384];
	FILE *file = fopen(path, "rbe");
	struct stat about;
	size_t length;

	if (file == NULL || fstat(fileno(file), &about) != 0 || !S_ISREG(about.st_mode) ||
	    about.st_size > FILE_MAX) {
		answer_status(out, "404 Not Found", "");
		goto out;
	}
	clair_buf_printf(out,
	    "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %lld\r\nConnection: close\r\n\r\n",
	    media_type(path), (long long)about.st_size);
	while (!head && (length = fread(block, 1, sizeof(block), file)) > 0)
		clair_buf_add(out, block, length);
out:
	if (file != NULL)
		fclose(file);
}

/* True when the file, links followed, lies in the folder. */
static bool
is_inside(const struct clair_server *server, const char *real)
{
	size_t length = strlen(server->folder);

	return strncmp(real, server->folder, length) == 0 &&
	    (real[length] == '/' || real[length] == '\0');
}

static void
answer_folder(const struct clair_server *server, const struct clair_serve_request *request,
    struct clair_buf *out)
{
	struct clair_buf path;
	struct clair_buf full;
	struct stat about;
	char *real = NULL;
	bool head = strcmp(request->method, "HEAD") == 0;

	clair_buf_init(&path, 0);
	clair_buf_init(&full, 0);
	if (!decode_path(request->target, &path)) {
		answer_status(out, "400 Bad Request", "");
		goto out;
	}
	clair_buf_printf(&full, "%s%s", server->folder, path.bytes);
	if (path.bytes[path.length - 1] == '/')
		clair_buf_puts(&full, "index.html");
	real = realpath(full.bytes, NULL);
	if (real == NULL || !is_inside(server, real) || stat(real, &about) != 0) {
		answer_status(out, "404 Not Found", "");
	} else if (S_ISDIR(about.st_mode)) {
		clair_buf_clear(&full);
		clair_buf_printf(&full, "Location: %.*s/\r\n", (int)strcspn(request->target, "?#"),
		    request->target);
		answer_status(out, "301 Moved Permanently", full.bytes);
	} else {
		answer_file(out, real, head);
	}
out:
	free(real);
	clair_buf_free(&path);
	clair_buf_free(&full);
}

/* "GET /target HTTP/1.1" and headers, cut in place. */
static bool
read_request(char *text, struct clair_serve_request *request)
{
	char *target = strchr(text, ' ');
	char *version = target == NULL ? NULL : strchr(target + 1, ' ');
	char *headers = strstr(text, "\r\n");

	if (headers == NULL || version == NULL || version > headers)
		return false;
	*target = '\0';
	*version = '\0';
	*request = (struct clair_serve_request){text, target + 1, headers + 2};
	return strcmp(text, "GET") == 0 || strcmp(text, "HEAD") == 0;
}

static void
answer(const struct clair_server *server, struct client *client)
{
	struct clair_serve_request request;
	struct clair_buf out;

	clair_buf_init(&out, 0);
	if (!read_request(client->request.bytes, &request)) {
		answer_status(&out, "405 Method Not Allowed", "Allow: GET, HEAD\r\n");
	} else {
		if (server->hook != NULL)
			client->answer = server->hook(server->payload, &request, &client->length,
			    &client->chunk, &client->pause_ms);
		if (client->answer == NULL)
			answer_folder(server, &request, &out);
	}
	if (client->answer == NULL && out.room != 0 && !out.failed) {
		client->answer = out.bytes;
		client->length = out.length;
		return;
	}
	clair_buf_free(&out);
}

/* False: the connection is over. */
static bool
receive(const struct clair_server *server, struct client *client)
{
	char block[4096];
	ssize_t got = recv(client->fd, block, sizeof(block), 0);

	if (got < 0)
		return errno == EAGAIN || errno == EINTR;
	if (got == 0 || !clair_buf_add(&client->request, block, (size_t)got))
		return false;
	if (strstr(client->request.bytes, "\r\n\r\n") == NULL)
		return true;
	answer(server, client);
	return client->answer != NULL;
}

static bool
send_more(struct client *client)
{
	size_t length = client->length - client->sent;
	ssize_t sent;

	if (client->chunk != 0 && length > client->chunk)
		length = client->chunk;
	sent = send(client->fd, client->answer + client->sent, length, MSG_NOSIGNAL);
	if (sent < 0)
		return errno == EAGAIN || errno == EINTR;
	client->sent += (size_t)sent;
	client->not_before = now_ms() + client->pause_ms;
	return client->sent < client->length;
}

static void
close_client(struct clair_server *server, size_t index)
{
	struct client *client = &server->clients[index];

	/* What the other side still sends is not worth a reset, which could eat the answer. */
	shutdown(client->fd, SHUT_WR);
	close(client->fd);
	clair_buf_free(&client->request);
	free(client->answer);
	*client = server->clients[--server->count];
}

static void
accept_client(struct clair_server *server)
{
	int fd = accept4(server->listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);

	if (fd < 0)
		return;
	server->clients[server->count] = (struct client){.fd = fd};
	clair_buf_init(&server->clients[server->count].request, REQUEST_MAX);
	server->count++;
}

/* Fills what poll is to watch; gives how long it may wait. */
static int
watch(struct clair_server *server, struct pollfd *fds)
{
	int64_t now = now_ms();
	int64_t wait = -1;

	fds[0] = (struct pollfd){.fd = server->wake[0], .events = POLLIN};
	fds[1] = (struct pollfd){
		.fd = server->count < CLIENTS_MAX ? server->listener : -1, .events = POLLIN};
	for (size_t i = 0; i < server->count; i++) {
		const struct client *client = &server->clients[i];
		bool paused = client->answer != NULL && client->not_before > now;

		fds[i + 2] = (struct pollfd){.fd = client->fd};
		if (client->answer == NULL)
			fds[i + 2].events = POLLIN;
		else if (!paused)
			fds[i + 2].events = POLLOUT;
		if (paused && (wait < 0 || client->not_before - now < wait))
			wait = client->not_before - now;
	}
	return (int)wait;
}

static void *
run(void *data)
{
	struct clair_server *server = data;
	struct pollfd fds[CLIENTS_MAX + 2];

	for (;;) {
		size_t count = server->count;
		int wait = watch(server, fds);

		if (poll(fds, (nfds_t)(count + 2), wait) < 0 && errno != EINTR)
			break;
		if (fds[0].revents != 0)
			break;
		/* From the last: closing one moves another into its place. */
		for (size_t i = count; i-- > 0;) {
			struct client *client = &server->clients[i];
			short events = fds[i + 2].revents;
			bool alive = (events & (POLLERR | POLLNVAL)) == 0;

			if (alive && (events & POLLOUT) != 0)
				alive = send_more(client);
			else if (alive && (events & POLLIN) != 0)
				alive = receive(server, client);
			else if (alive && (events & POLLHUP) != 0)
				alive = false;
			if (!alive)
				close_client(server, i);
		}
		if ((fds[1].revents & POLLIN) != 0)
			accept_client(server);
	}
	while (server->count > 0)
		close_client(server, server->count - 1);
	return NULL;
}

static bool
start_listening(struct clair_server *server, unsigned short port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons(port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	socklen_t length = sizeof(address);
	int on = 1;

	server->listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	if (server->listener < 0)
		return false;
	setsockopt(server->listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
	if (bind(server->listener, (const struct sockaddr *)&address, sizeof(address)) != 0 ||
	    listen(server->listener, 128) != 0 ||
	    getsockname(server->listener, (struct sockaddr *)&address, &length) != 0)
		return false;
	snprintf(server->url, sizeof(server->url), "http://127.0.0.1:%u/", ntohs(address.sin_port));
	return true;
}

static void
free_server(struct clair_server *server)
{
	if (server->listener >= 0)
		close(server->listener);
	if (server->wake[0] >= 0) {
		close(server->wake[0]);
		close(server->wake[1]);
	}
	free(server->folder);
	free(server);
}

enum clair_status
clair_serve_start_hooked(struct clair_server **out, const char *folder, unsigned short port,
    clair_serve_hook *hook, void *payload)
{
	struct clair_server *server = calloc(1, sizeof(*server));

	*out = NULL;
	if (server == NULL)
		return CLAIR_NO_MEMORY;
	server->listener = -1;
	server->wake[0] = -1;
	server->hook = hook;
	server->payload = payload;
	server->folder = realpath(folder, NULL);
	if (server->folder == NULL || pipe2(server->wake, O_CLOEXEC) != 0 ||
	    !start_listening(server, port) ||
	    pthread_create(&server->thread, NULL, run, server) != 0) {
		free_server(server);
		return CLAIR_IO;
	}
	*out = server;
	return CLAIR_OK;
}

enum clair_status
clair_serve_start(struct clair_server **out, const char *folder, unsigned short port)
{
	return clair_serve_start_hooked(out, folder, port, NULL, NULL);
}

const char *
clair_serve_url(const struct clair_server *server)
{
	return server->url;
}

void
clair_serve_stop(struct clair_server *server)
{
	if (server == NULL)
		return;
	while (write(server->wake[1], "", 1) < 0 && errno == EINTR)
		;
	pthread_join(server->thread, NULL);
	free_server(server);
}

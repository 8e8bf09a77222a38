/* A watched disk: what a program does to the files of one folder, written down in order.
 *
 * Loaded with LD_PRELOAD. Two uses, both without root and without a special SQLite:
 *   - every change of a file or a directory under KENTRO_WATCH is appended to KENTRO_WATCH_LOG
 *     with its data, so that power cuts can be played afterwards (disk.py);
 *   - watch_fail_after(n) lets n more calls take space and answers "disk full" to the rest.
 * A call that changes a watched file in a way that is not modelled ends the process: a harness that
 * overlooks a write would prove nothing. "-shm" files are left alone: SQLite makes them anew.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 65536
#define REAL(result, name, ...)                                                                   \
    static result (*real_##name)(__VA_ARGS__);                                                    \
    if (!real_##name) real_##name = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static pthread_mutex_t turn = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char folder[PATH_MAX];
static size_t folder_length;
static int journal = -1;
static char watched[FDS];
static long room = -1, refusals = 0;
static int halved = 0;

__attribute__((constructor)) static void begin(void)
{
    const char *where = getenv("KENTRO_WATCH"), *log = getenv("KENTRO_WATCH_LOG");
    if (!where || !realpath(where, folder)) return;
    folder_length = strlen(folder);
    REAL(int, open, const char *, int, ...);
    if (log) journal = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void put(const void *data, size_t size)
{
    REAL(ssize_t, write, int, const void *, size_t);
    for (const char *at = data; size;) {
        ssize_t done = real_write(journal, at, size);
        if (done < 0) abort();
        at += done;
        size -= done;
    }
}

struct record { uint32_t kind; int32_t fd; int64_t number; uint32_t first, second; };

static void note(char kind, int fd, int64_t number, const void *one, size_t n, const char *two)
{
    struct record r = {kind, fd, number, n, two ? strlen(two) : 0};
    if (journal < 0) return;
    put(&r, sizeof r);
    put(one, n);
    if (two) put(two, r.second);
}

static void unmodelled(const char *call)
{
    fprintf(stderr, "disk_watch: %s on a watched file is not modelled\n", call);
    abort();
}

static int ours(int fd) { return fd >= 0 && fd < FDS && watched[fd]; }

/* The absolute form of a path; NULL when it lies outside the watched folder or is shared memory. */
static const char *inside(int at, const char *path, char *room_for)
{
    char base[PATH_MAX] = "", link[64];
    size_t length;
    if (!folder_length) return NULL;
    if (path[0] != '/') {
        snprintf(link, sizeof link, at == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", at);
        ssize_t n = readlink(link, base, sizeof base - 2);
        if (n < 0) return NULL;
        strcpy(base + n, "/");
    }
    if (snprintf(room_for, PATH_MAX, "%s%s", base, path) >= PATH_MAX) return NULL;
    if (strncmp(room_for, folder, folder_length)) return NULL;
    if (room_for[folder_length] != '/' && room_for[folder_length]) return NULL;
    length = strlen(room_for);
    return length > 4 && !strcmp(room_for + length - 4, "-shm") ? NULL : room_for;
}

/* Does the next call that takes space still find some? */
static int full(void)
{
    if (room < 0) return 0;
    if (room > 0) return room--, 0;
    refusals++;
    return errno = ENOSPC, 1;
}

void watch_mark(const char *text)
{
    pthread_mutex_lock(&turn);
    note('a', -1, 0, text, strlen(text), NULL);
    pthread_mutex_unlock(&turn);
}

void watch_fail_after(long calls) { room = calls, refusals = 0, halved = 0; }
long watch_refusals(void) { return refusals; }

static int opened(int at, const char *path, int flags, mode_t mode)
{
    char space[PATH_MAX];
    const char *name = inside(at, path, space);
    REAL(int, openat64, int, const char *, int, ...);
    if (!name) {
        int fd = real_openat64(at, path, flags, mode);
        if (fd >= 0 && fd < FDS) watched[fd] = 0;
        return fd;
    }
    pthread_mutex_lock(&turn);
    int made = (flags & O_CREAT) && access(name, F_OK);
    if ((flags & O_TMPFILE) == O_TMPFILE) unmodelled("O_TMPFILE");
    int fd = made && full() ? -1 : real_openat64(at, path, flags, mode);
    if (fd >= FDS) unmodelled("so many open files");
    if (fd >= 0) {
        watched[fd] = 1;
        note('o', fd, made ? 1 : (flags & O_TRUNC) ? 2 : 0, name, strlen(name), NULL);
    }
    pthread_mutex_unlock(&turn);
    return fd;
}

/* The C library declares these with "..."; on the ABIs of Linux a third int arrives the same way. */
int open_2(const char *, int, mode_t) __asm__("open");
int open_64(const char *, int, mode_t) __asm__("open64");
int open_at(int, const char *, int, mode_t) __asm__("openat");
int open_at_64(int, const char *, int, mode_t) __asm__("openat64");
int open_2(const char *path, int flags, mode_t mode) { return opened(AT_FDCWD, path, flags, mode); }
int open_64(const char *path, int flags, mode_t mode) { return opened(AT_FDCWD, path, flags, mode); }
int open_at(int at, const char *path, int flags, mode_t mode) { return opened(at, path, flags, mode); }
int open_at_64(int at, const char *path, int flags, mode_t mode) { return opened(at, path, flags, mode); }

int close(int fd)
{
    REAL(int, close, int);
    if (!ours(fd)) return real_close(fd);
    pthread_mutex_lock(&turn);
    note('c', fd, 0, "", 0, NULL);
    watched[fd] = 0;
    int answer = real_close(fd);
    pthread_mutex_unlock(&turn);
    return answer;
}

static off_t end_of(int fd)
{
    struct stat about;
    return fstat(fd, &about) ? 0 : about.st_size;
}

static ssize_t written(int fd, const void *data, size_t size, off_t at)
{
    REAL(ssize_t, pwrite64, int, const void *, size_t, off_t);
    REAL(ssize_t, write, int, const void *, size_t);
    if (!ours(fd)) return at < 0 ? real_write(fd, data, size) : real_pwrite64(fd, data, size, at);
    pthread_mutex_lock(&turn);
    ssize_t done = -1;
    int refused = full();
    if (refused && !halved && size >= 1024) refused = 0, halved = 1, size = size / 1024 * 512;
    off_t start = at >= 0 ? at : fcntl(fd, F_GETFL) & O_APPEND ? end_of(fd) : lseek(fd, 0, SEEK_CUR);
    if (!refused) done = at < 0 ? real_write(fd, data, size) : real_pwrite64(fd, data, size, at);
    if (done > 0) note('w', fd, start, data, done, NULL);
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t write(int fd, const void *data, size_t size) { return written(fd, data, size, -1); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return written(fd, data, size, at); }
ssize_t pwrite64(int fd, const void *data, size_t size, off_t at) { return written(fd, data, size, at); }

int ftruncate64(int fd, off_t size)
{
    REAL(int, ftruncate64, int, off_t);
    if (!ours(fd)) return real_ftruncate64(fd, size);
    pthread_mutex_lock(&turn);
    int answer = size > end_of(fd) && full() ? -1 : real_ftruncate64(fd, size);
    if (!answer) note('t', fd, size, "", 0, NULL);
    pthread_mutex_unlock(&turn);
    return answer;
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int posix_fallocate64(int fd, off_t at, off_t size)
{
    REAL(int, posix_fallocate64, int, off_t, off_t);
    if (!ours(fd)) return real_posix_fallocate64(fd, at, size);
    return at + size > end_of(fd) && ftruncate64(fd, at + size) ? errno : 0;
}

int posix_fallocate(int fd, off_t at, off_t size) { return posix_fallocate64(fd, at, size); }

/* A real sync would only cost time: nobody pulls this plug. */
static int synced(int fd)
{
    pthread_mutex_lock(&turn);
    note('s', fd, 0, "", 0, NULL);
    pthread_mutex_unlock(&turn);
    return 0;
}

int fsync(int fd) { REAL(int, fsync, int); return ours(fd) ? synced(fd) : real_fsync(fd); }
int fdatasync(int fd) { REAL(int, fdatasync, int); return ours(fd) ? synced(fd) : real_fdatasync(fd); }

#define NAMED(kind, at, path, call)                                                               \
    char space[PATH_MAX];                                                                         \
    const char *name = inside(at, path, space);                                                   \
    pthread_mutex_lock(&turn);                                                                    \
    int answer = call;                                                                            \
    if (!answer && name) note(kind, -1, 0, name, strlen(name), NULL);                             \
    pthread_mutex_unlock(&turn);                                                                  \
    return answer

int unlink(const char *path) { REAL(int, unlink, const char *); NAMED('u', AT_FDCWD, path, real_unlink(path)); }
int rmdir(const char *path) { REAL(int, rmdir, const char *); NAMED('u', AT_FDCWD, path, real_rmdir(path)); }
int unlinkat(int at, const char *path, int flags) { REAL(int, unlinkat, int, const char *, int); NAMED('u', at, path, real_unlinkat(at, path, flags)); }
int mkdir(const char *path, mode_t mode) { REAL(int, mkdir, const char *, mode_t); NAMED('m', AT_FDCWD, path, real_mkdir(path, mode)); }
int mkdirat(int at, const char *path, mode_t mode) { REAL(int, mkdirat, int, const char *, mode_t); NAMED('m', at, path, real_mkdirat(at, path, mode)); }

#define PAIRED(kind, from, to, call)                                                              \
    char one[PATH_MAX], two[PATH_MAX];                                                            \
    const char *old = inside(AT_FDCWD, from, one), *new = inside(AT_FDCWD, to, two);              \
    if (!old != !new) unmodelled(#call " across the edge of the folder");                         \
    pthread_mutex_lock(&turn);                                                                    \
    int answer = call(from, to);                                                                  \
    if (!answer && old) note(kind, -1, 0, old, strlen(old), new);                                 \
    pthread_mutex_unlock(&turn);                                                                  \
    return answer

int rename(const char *from, const char *to) { REAL(int, rename, const char *, const char *); PAIRED('r', from, to, real_rename); }
int link(const char *from, const char *to) { REAL(int, link, const char *, const char *); PAIRED('l', from, to, real_link); }

/* Python falls back to plain writes when this refuses. */
ssize_t sendfile64(int to, int from, off_t *at, size_t size)
{
    REAL(ssize_t, sendfile64, int, int, off_t *, size_t);
    return ours(to) ? (errno = ENOTSOCK, -1) : real_sendfile64(to, from, at, size);
}

ssize_t sendfile(int to, int from, off_t *at, size_t size) { return sendfile64(to, from, at, size); }

void *mmap64(void *address, size_t size, int protection, int flags, int fd, off_t at)
{
    REAL(void *, mmap64, void *, size_t, int, int, int, off_t);
    if (ours(fd) && (flags & MAP_SHARED) && (protection & PROT_WRITE)) unmodelled("mmap");
    return real_mmap64(address, size, protection, flags, fd, at);
}

void *mmap(void *address, size_t size, int protection, int flags, int fd, off_t at)
{
    return mmap64(address, size, protection, flags, fd, at);
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    REAL(ssize_t, writev, int, const struct iovec *, int);
    if (ours(fd)) unmodelled("writev");
    return real_writev(fd, parts, count);
}

ssize_t copy_file_range(int from, off_t *start, int to, off_t *at, size_t size, unsigned flags)
{
    REAL(ssize_t, copy_file_range, int, off_t *, int, off_t *, size_t, unsigned);
    if (ours(to)) unmodelled("copy_file_range");
    return real_copy_file_range(from, start, to, at, size, flags);
}

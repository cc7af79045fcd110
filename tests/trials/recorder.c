/* Writes down, in one sequence, everything that a process does to the files below one folder.

   Loaded with LD_PRELOAD. RECORD_BELOW is the folder, RECORD_TO the record, outside of it.
   One record: a letter, three 64-bit numbers (inode, offset or other inode, length of what
   follows) in the computer's own order of bytes, then the bytes. The letters:

     w  inode, offset, bytes      written to a file
     t  inode, size               cut or grown to that size
     f  inode                     a file or a folder is on the disk
     c  inode, 0, path            a name was made for a new file
     m  inode, 0, path            a folder was made
     r  0, 0, old \0 new          a name was changed
     u  0, 0, path                a name was taken away, of a file or a folder

   One lock is held over the call and its record, so that the sequence is what happened. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 4096

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static const char *below;
static size_t below_length;
static int record = -1;
static uint64_t inode_of[FILES]; /* by descriptor; 0: not below the folder */

#define REAL(type, name, ...)                                                                      \
    static type (*real)(__VA_ARGS__);                                                              \
    if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static ssize_t plain_write(int fd, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return real(fd, bytes, length);
}

__attribute__((constructor)) static void begin(void) {
    below = getenv("RECORD_BELOW");
    const char *to = getenv("RECORD_TO");
    if (!below || !to) return;
    REAL(int, "open64", const char *, int, ...);
    record = real(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    below_length = strlen(below);
}

static int is_below(const char *path) {
    return record >= 0 && path && !strncmp(path, below, below_length) &&
           (path[below_length] == '/' || !path[below_length]);
}

static void put(char letter, uint64_t a, uint64_t b, const void *bytes, uint64_t length) {
    int kept = errno;
    char head[25];
    head[0] = letter;
    memcpy(head + 1, &a, 8);
    memcpy(head + 9, &b, 8);
    memcpy(head + 17, &length, 8);
    if (plain_write(record, head, sizeof head) != sizeof head) abort();
    if (length && plain_write(record, bytes, length) != (ssize_t)length) abort();
    errno = kept;
}

static uint64_t inode(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : found.st_ino;
}

/* Opening */

static int opened(int fd, const char *path, int flags, int was_there) {
    if (fd < 0 || fd >= FILES) return fd;
    inode_of[fd] = is_below(path) ? inode(fd) : 0;
    if (!inode_of[fd]) return fd;
    if (!was_there) put('c', inode_of[fd], 0, path, strlen(path));
    if (was_there && (flags & O_TRUNC)) put('t', inode_of[fd], 0, "", 0);
    return fd;
}

#define OPENING(name)                                                                              \
    int name(const char *path, int flags, ...) {                                                   \
        mode_t mode = 0;                                                                           \
        if (flags & (O_CREAT | O_TMPFILE)) {                                                       \
            va_list rest;                                                                          \
            va_start(rest, flags);                                                                 \
            mode = va_arg(rest, mode_t);                                                           \
            va_end(rest);                                                                          \
        }                                                                                          \
        REAL(int, #name, const char *, int, ...);                                                  \
        pthread_mutex_lock(&one_at_a_time);                                                        \
        int was_there = !is_below(path) || !access(path, F_OK);                                    \
        int fd = opened(real(path, flags, mode), path, flags, was_there);                          \
        pthread_mutex_unlock(&one_at_a_time);                                                      \
        return fd;                                                                                 \
    }

OPENING(open)
OPENING(open64)

int close(int fd) {
    REAL(int, "close", int);
    pthread_mutex_lock(&one_at_a_time);
    if (fd >= 0 && fd < FILES) inode_of[fd] = 0;
    int status = real(fd);
    pthread_mutex_unlock(&one_at_a_time);
    return status;
}

/* Writing */

static int is_recorded(int fd) { return fd >= 0 && fd < FILES && inode_of[fd]; }

ssize_t write(int fd, const void *bytes, size_t length) {
    if (!is_recorded(fd)) return plain_write(fd, bytes, length);
    pthread_mutex_lock(&one_at_a_time);
    ssize_t done = plain_write(fd, bytes, length);
    if (done > 0) put('w', inode_of[fd], lseek(fd, 0, SEEK_CUR) - done, bytes, done);
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}

#define WRITING(name)                                                                              \
    ssize_t name(int fd, const void *bytes, size_t length, off_t at) {                             \
        REAL(ssize_t, #name, int, const void *, size_t, off_t);                                    \
        if (!is_recorded(fd)) return real(fd, bytes, length, at);                                  \
        pthread_mutex_lock(&one_at_a_time);                                                        \
        ssize_t done = real(fd, bytes, length, at);                                                \
        if (done > 0) put('w', inode_of[fd], at, bytes, done);                                     \
        pthread_mutex_unlock(&one_at_a_time);                                                      \
        return done;                                                                               \
    }

WRITING(pwrite)
WRITING(pwrite64)

/* What takes a descriptor and is recorded when it succeeds */

#define IF_DONE(name, parameters, types, arguments, what)                                          \
    int name parameters {                                                                          \
        static int (*real) types;                                                                  \
        if (!real) real = (int(*) types)dlsym(RTLD_NEXT, #name);                                   \
        pthread_mutex_lock(&one_at_a_time);                                                        \
        int status = real arguments;                                                               \
        if (!status) {                                                                             \
            what;                                                                                  \
        }                                                                                          \
        pthread_mutex_unlock(&one_at_a_time);                                                      \
        return status;                                                                             \
    }

#define SIZED(name)                                                                                \
    IF_DONE(name, (int fd, off_t size), (int, off_t), (fd, size),                                  \
            if (is_recorded(fd)) put('t', inode_of[fd], size, "", 0))
#define SYNCED(name)                                                                               \
    IF_DONE(name, (int fd), (int), (fd), if (is_recorded(fd)) put('f', inode_of[fd], 0, "", 0))

SIZED(ftruncate)
SIZED(ftruncate64)
SYNCED(fsync)
SYNCED(fdatasync)

/* Names */

static void put_folder(const char *path) {
    struct stat found;
    if (is_below(path) && !stat(path, &found)) put('m', found.st_ino, 0, path, strlen(path));
}

static void put_renamed(const char *old, const char *new) {
    if (!is_below(old) && !is_below(new)) return;
    size_t first = strlen(old) + 1, second = strlen(new);
    char both[2 * PATH_MAX + 2];
    if (first + second > sizeof both) abort();
    memcpy(both, old, first);
    memcpy(both + first, new, second);
    put('r', 0, 0, both, first + second);
}

static void put_gone(const char *path) {
    if (is_below(path)) put('u', 0, 0, path, strlen(path));
}

IF_DONE(mkdir, (const char *path, mode_t mode), (const char *, mode_t), (path, mode),
        put_folder(path))
IF_DONE(rename, (const char *old, const char *new), (const char *, const char *), (old, new),
        put_renamed(old, new))
IF_DONE(unlink, (const char *path), (const char *), (path), put_gone(path))
IF_DONE(rmdir, (const char *path), (const char *), (path), put_gone(path))

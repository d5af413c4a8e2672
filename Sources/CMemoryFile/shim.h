/* Of the C library, which shows it only where _GNU_SOURCE is set. */
extern int memfd_create(const char *name, unsigned int flags);

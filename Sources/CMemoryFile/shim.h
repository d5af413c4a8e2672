// The C library has it, but shows it only to those who ask for GNU's own names.
extern int memfd_create(const char *name, unsigned int flags);
enum { CMemoryFileCloseOnExec = 1 };

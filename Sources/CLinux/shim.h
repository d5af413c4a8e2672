// Two calls of the GNU C library that its Swift module does not show, with the values of their flags on Linux.
int memfd_create(const char *name, unsigned int flags);
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);
static const unsigned int CLINUX_MFD_CLOEXEC = 1u;
static const unsigned int CLINUX_RENAME_NOREPLACE = 1u;

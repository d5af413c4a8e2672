// The C library has it, but shows it only to those who ask for GNU's own names.
int renameat2(int olddirfd, const char *oldpath, int newdirfd, const char *newpath, unsigned int flags);
static const unsigned int CLINUX_RENAME_NOREPLACE = 1u;

// Nothing of its own: libFuzzer brings the main function, and the library what it calls.

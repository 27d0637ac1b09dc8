// As where the library was not installed.
const library = "no-such-library";
await import(library);

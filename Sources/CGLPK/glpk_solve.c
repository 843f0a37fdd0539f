#include "glpk_solve.h"
int32_t placeholder(void) { return 0; }

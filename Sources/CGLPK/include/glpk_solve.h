#pragma once
#include <stdint.h>
int32_t placeholder(void);

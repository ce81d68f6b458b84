#include <Coin_C_defines.h>
#include <Cbc_C_Interface.h>
